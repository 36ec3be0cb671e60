package dev.fleetbooking.domain.kit.money;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.Currency;

/** The currencies of ISO 4217 that have minor units defined, as the JDK knows them. */
public final class Currencies {

    private Currencies() {
    }

    /**
     * The currency with this code.
     *
     * @param code three upper-case letters
     * @throws InvalidValueException if there is none, or it has no minor units (gold, test codes)
     */
    public static Currency of(String code) {
        return Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0)
                .findAny()
                .orElseThrow(() -> new InvalidValueException("must be an ISO 4217 currency code with minor units, such as EUR"));
    }
}
