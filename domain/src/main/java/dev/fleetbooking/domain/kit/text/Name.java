package dev.fleetbooking.domain.kit.text;

import dev.fleetbooking.domain.kit.InvalidValueException;

/**
 * What a dealer, a customer, a make or a model is called: 1 to 100 characters, in the form that {@link Text#checked} gives
 * every text.
 */
public record Name(String value) {

    public static final int MAX_LENGTH = 100;

    /** @throws InvalidValueException if the text breaks the rules above */
    public Name {
        value = Text.checked(value, MAX_LENGTH);
    }
}
