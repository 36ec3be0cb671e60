package dev.fleetbooking.rest.history;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.regex.Pattern;

/** The number of an event in the feed. It needs no opaque cursor, because clients may know it. */
public record Sequence(long value) {

    private static final Pattern FORM = Pattern.compile("0|[1-9]\\d{0,17}");

    /** @throws InvalidValueException if the text is not such a number */
    public Sequence(String text) {
        require(FORM.matcher(text).matches(), "must be an integer, 0 or more, of at most 18 digits");
        this(Long.parseLong(text));
    }
}
