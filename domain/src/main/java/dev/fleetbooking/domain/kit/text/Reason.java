package dev.fleetbooking.domain.kit.text;

import dev.fleetbooking.domain.kit.InvalidValueException;

/** The reason for something, as free text: 1 to 500 characters, in the form of {@link Text#checked}. */
public record Reason(String value) {

    public static final int MAX_LENGTH = 500;

    /** @throws InvalidValueException if the text breaks the rules above */
    public Reason {
        value = Text.checked(value, MAX_LENGTH);
    }
}
