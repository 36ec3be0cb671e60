package dev.fleetbooking.rest.kit.paging;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.regex.Pattern;

/** The maximum number of items that a caller asks for: 1 to 100. */
public record Limit(int value) {

    public static final int MAX = 100;
    public static final Limit DEFAULT = new Limit(20);

    private static final Pattern FORM = Pattern.compile("[1-9]\\d?|" + MAX);

    /** @throws InvalidValueException if the text is not such a number */
    public Limit(String text) {
        require(FORM.matcher(text).matches(), "must be an integer from 1 to " + MAX);
        this(Integer.parseInt(text));
    }
}
