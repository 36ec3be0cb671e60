package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.regex.Pattern;

/**
 * An e-mail address as a browser's e-mail field accepts it (HTML Living Standard, "valid e-mail address"), with a dot after
 * the {@code @} and at most 254 characters (RFC 5321, section 4.5.3.1.3).
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern PATTERN =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@" + LABEL + "(?:\\." + LABEL + ")+");

    /** @throws InvalidValueException if the text is not such an address */
    public EmailAddress {
        value = Text.trimmed(value);
        require(
                value.length() <= MAX_LENGTH && PATTERN.matcher(value).matches(),
                "must be an e-mail address of at most %d characters, such as ada@example.org", MAX_LENGTH);
    }
}
