package dev.fleetbooking.domain.car;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Text;
import java.util.regex.Pattern;

/** A class of cars that a dealer regards as interchangeable, for example {@code COMPACT}. Dealers choose their own. */
public record Category(String value) {

    public static final String PATTERN = "[A-Z][A-Z0-9_]{0,31}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    /** @throws InvalidValueException if the text does not match {@link #PATTERN} */
    public Category {
        value = Text.trimmed(value);
        require(COMPILED.matcher(value).matches(), "must match %s", PATTERN);
    }
}
