package dev.fleetbooking.domain.kit.text;

import dev.fleetbooking.domain.kit.InvalidValueException;

/** Why something is done, in somebody's own words: 1 to 500 characters, in the form of {@link Text#checked}. */
public record Reason(String value) {

    public static final int MAX_LENGTH = 500;

    /** @throws InvalidValueException if the text breaks the rules above */
    public Reason {
        value = Text.checked(value, MAX_LENGTH);
    }
}
