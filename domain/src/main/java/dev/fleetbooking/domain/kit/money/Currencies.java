package dev.fleetbooking.domain.kit.money;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** The currencies of ISO 4217 that have minor units defined, as the JDK knows them. */
public final class Currencies {

    // The JDK copies its set on each call.
    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(toUnmodifiableMap(Currency::getCurrencyCode, identity()));

    private Currencies() {
    }

    /**
     * The currency with this code.
     *
     * @param code three upper-case letters
     * @throws InvalidValueException if there is none, or it has no minor units (gold, test codes)
     */
    public static Currency of(String code) {
        return Optional.ofNullable(BY_CODE.get(code))
                .orElseThrow(() -> new InvalidValueException("must be an ISO 4217 currency code with minor units, such as EUR"));
    }
}
