package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.regex.Pattern;

/** A telephone number as people write it: 1 to 32 digits, spaces and the characters {@code +-()/.}. */
public record PhoneNumber(String value) {

    public static final int MAX_LENGTH = 32;

    private static final Pattern PATTERN = Pattern.compile("[0-9 +()/.-]{1,%d}".formatted(MAX_LENGTH));

    /** @throws InvalidValueException if the text is not such a number */
    public PhoneNumber {
        value = Text.trimmed(value);
        require(PATTERN.matcher(value).matches(), "must be 1 to %d digits, spaces or +-()/.", MAX_LENGTH);
    }
}
