package dev.fleetbooking.domain.kit.text;

import dev.fleetbooking.domain.kit.InvalidValueException;

/**
 * The name of a person or a thing: 1 to 100 characters, in the form of {@link Text#checked}.
 */
public record Name(String value) {

    public static final int MAX_LENGTH = 100;

    /** @throws InvalidValueException if the text breaks the rules above */
    public Name {
        value = Text.checked(value, MAX_LENGTH);
    }
}
