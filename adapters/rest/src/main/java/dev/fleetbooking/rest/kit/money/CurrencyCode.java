package dev.fleetbooking.rest.kit.money;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;

/** A filter by currency. A currency that does not exist is accepted and finds nothing. */
public record CurrencyCode(String value) {

    public static final String PATTERN = "[A-Z]{3}";

    /** @throws InvalidValueException if the text does not match {@link #PATTERN} */
    public CurrencyCode {
        require(value.matches(PATTERN), "must match %s", PATTERN);
    }
}
