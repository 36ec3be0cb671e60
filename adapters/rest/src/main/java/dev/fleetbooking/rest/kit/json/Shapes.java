package dev.fleetbooking.rest.kit.json;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;
import static java.util.stream.Collectors.joining;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats of texts in requests, in JSON as well as in query parameters. The application checks what they mean. */
public final class Shapes {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)"
                    + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    private Shapes() {
    }

    /** A UUID in its only canonical form; {@link UUID#fromString} also takes shorter ones. */
    public static UUID uuid(String text) {
        require(UUID_TEXT.matcher(text).matches(), "must be a UUID");
        return UUID.fromString(text);
    }

    /** A date-time of RFC 3339, section 5.6: {@link Instant#parse} takes more (24:00, leap seconds, longer years). */
    public static Instant instant(String text) {
        var parts = DATE_TIME.matcher(text);
        try {
            if (parts.matches()) {
                var local = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2));
                var utc = local.minus(parts.group(3) == null ? Duration.ZERO : offset(parts));
                if (utc.getYear() >= 0 && utc.getYear() <= 9999) {
                    return utc.toInstant(ZoneOffset.UTC);
                }
            }
        } catch (DateTimeException noSuchDate) {
            // Refused in the same words as a text of another form.
        }
        var rule = "must be an RFC 3339 date-time with offset, such as 2027-03-01T09:00:00Z";
        // In a query string an unencoded + is decoded to a space, so the offset is not recognised.
        throw new InvalidValueException(text.contains(" ") ? rule + "; in a query, send + as %2B" : rule);
    }

    /** An integer as JSON writes it. */
    public static Integer integer(String text) {
        var number = INTEGER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
        require(number == (int) number, "must be a 32-bit integer");
        return (int) number;
    }

    /** A number as JSON writes it, without exponent. */
    public static BigDecimal decimal(String text) {
        require(DECIMAL.matcher(text).matches(), "must be a plain decimal such as 49.90");
        return new BigDecimal(text);
    }

    /** The rule for a constant of an enum. */
    public static String oneOf(Class<?> type) {
        return "must be one of " + Stream.of(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
    }

    /** Does not use {@link ZoneOffset}, which accepts no offset beyond 18 hours. */
    private static Duration offset(MatchResult dateTime) {
        var offset = Duration.ofHours(Integer.parseInt(dateTime.group(4)))
                .plusMinutes(Integer.parseInt(dateTime.group(5)));
        return dateTime.group(3).equals("-") ? offset.negated() : offset;
    }
}
