package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;
import static java.util.Objects.requireNonNullElse;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * The rules for every text from outside, so that texts that look the same are equal, also in PostgreSQL. The
 * terms are those of the Unicode Character Database (Unicode Standard Annex 44), in the version that the JDK has.
 */
public final class Text {

    /** Runs of White_Space at either end. The lookbehind keeps a run from being tried from each of its characters. */
    private static final Pattern AROUND =
            Pattern.compile("^\\p{IsWhite_Space}+|(?<!\\p{IsWhite_Space})\\p{IsWhite_Space}+\\z");

    /**
     * Controls, lone surrogates, the bidi embeddings, overrides and isolates (Unicode Standard Annex 9, section 2), which
     * reverse adjacent text, and unassigned code points, whose normal form depends on the version of Unicode.
     */
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069]");

    /** Default_Ignorable_Code_Point as Unicode derives it, and other invisible characters. */
    private static final String INVISIBLE = "[\\p{Cf}"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0" // Other_Default_Ignorable_Code_Point
            + "\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}" // Variation_Selector
            + "\\u2800\\x{13441}\\x{13442}\\x{16FE4}\\x{1D159}" // blanks and fillers among the letters, marks and symbols
            + "&&[^\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\x{110BD}\\x{110CD}]]"; // Prepended_Concatenation_Mark
    private static final Pattern ANY_INVISIBLE = Pattern.compile(INVISIBLE);
    private static final Pattern ALL_INVISIBLE = Pattern.compile("[%s\\p{IsWhite_Space}]+".formatted(INVISIBLE));

    /** No character is composed of more code points. U+1F82 is composed of as many. */
    private static final int MAX_EXPANSION = 4;

    private Text() {
    }

    /**
     * Returns the text in normal form C (Unicode Standard Annex 15), without white space around it. Length is counted in code
     * points of that form, as in JSON Schema and PostgreSQL.
     *
     * @throws InvalidValueException for a control, a lone surrogate, an unassigned code point, a bidi embedding, override or
     *                               isolate, for a text without a visible character, or one that is empty or too long
     */
    public static String checked(String text, int maxLength) {
        var checked = normalized(text, Form.NFC, maxLength);
        refuseAny(REFUSED, checked);
        requireLength(checked, maxLength, maxLength);
        require(!ALL_INVISIBLE.matcher(checked).matches(), "must show something");
        return checked;
    }

    /**
     * The same for a text in which every character has to be visible.
     *
     * @throws InvalidValueException also for an invisible character, such as a zero width space or a soft hyphen
     */
    public static String visible(String text, int maxLength) {
        var visible = checked(text, maxLength);
        refuseAny(ANY_INVISIBLE, visible);
        return visible;
    }

    /**
     * The text in this normal form, without white space around it as Unicode defines it (White_Space).
     *
     * @throws InvalidValueException if the text is empty, or so long that no normal form makes it short enough. The time to
     *                               normalise it would grow with the square of its length.
     */
    public static String normalized(String text, Form form, int maxLength) {
        var trimmed = trimmed(text);
        requireLength(trimmed, MAX_EXPANSION * maxLength, maxLength);
        return trimmed(Normalizer.normalize(trimmed, form));
    }

    /** The text without white space around it, as Unicode defines it (White_Space). */
    public static String trimmed(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static void refuseAny(Pattern characters, String text) {
        characters.matcher(text).results().findFirst().map(found -> found.group().codePointAt(0)).ifPresent(refused -> {
            var name = requireNonNullElse(Character.getName(refused), "unassigned");
            throw new InvalidValueException("must not contain U+%04X (%s)".formatted(refused, name));
        });
    }

    private static void requireLength(String text, int limit, int maxLength) {
        var length = text.codePointCount(0, text.length());
        require(length >= 1 && length <= limit, "must have 1 to %d characters", maxLength);
    }
}
