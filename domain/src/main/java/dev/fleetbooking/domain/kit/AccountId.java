package dev.fleetbooking.domain.kit;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import java.util.regex.Pattern;

/** Who a caller is to the issuer of tokens: the subject of a token (RFC 7519, section 4.1.2). One service has one issuer. */
public record AccountId(String value) {

    /** The limits of OpenID Connect Core 1.0, section 2; white space and controls would forge lines of a log. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    public AccountId {
        require(FORM.matcher(value).matches(), "must have 1 to 255 visible ASCII characters");
    }
}
