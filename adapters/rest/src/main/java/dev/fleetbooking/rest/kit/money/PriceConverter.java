package dev.fleetbooking.rest.kit.money;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads prices to compare with from parameters: no finer and no greater than prices can be. */
@Component
final class PriceConverter implements Converter<String, BigDecimal> {

    /** No currency has more than four decimals. */
    private static final Pattern PRICE = Pattern.compile("\\d{1,%d}(\\.\\d{1,4})?".formatted(Money.MAX_INTEGER_DIGITS));

    @Override
    public BigDecimal convert(String text) {
        require(PRICE.matcher(text).matches(),
                "must be a plain decimal with at most %d integer digits and 4 decimals", Money.MAX_INTEGER_DIGITS);
        return new BigDecimal(text);
    }
}
