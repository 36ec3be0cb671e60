package dev.fleetbooking.rest.kit.money;

import dev.fleetbooking.domain.kit.InvalidValueException;

/** A filter by currency. It may name one that does not exist, and then finds nothing. */
public record CurrencyCode(String value) {

    public static final String PATTERN = "[A-Z]{3}";

    /** @throws InvalidValueException if the text does not match {@link #PATTERN} */
    public CurrencyCode {
        if (!value.matches(PATTERN)) {
            throw new InvalidValueException("must match " + PATTERN);
        }
    }
}
