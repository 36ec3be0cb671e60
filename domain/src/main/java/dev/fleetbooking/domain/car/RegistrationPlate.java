package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.InvalidValueException;
import dev.fleetbooking.domain.text.Text;
import java.util.Locale;

/** The registration plate of a car: 1 to 16 characters, upper-cased, trimmed. Unique within a dealer. */
public record RegistrationPlate(String value) {

    public static final int MAX_LENGTH = 16;

    /** @throws InvalidValueException if the text breaks the rules above */
    public RegistrationPlate {
        value = Text.checked(value.toUpperCase(Locale.ROOT), 1, MAX_LENGTH);
    }
}
