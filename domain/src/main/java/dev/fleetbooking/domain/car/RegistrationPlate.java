package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Text;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The registration plate of a car: 1 to 16 visible characters. Unique within a dealer, so it has one spelling:
 * normal form KC (Unicode Standard Annex 15), upper case, each run of white space one space, each dash {@code -}.
 *
 * <p>Letters of different scripts stay different, even if they look alike: Greek and Bulgarian plates have their own.
 */
public record RegistrationPlate(String value) {

    public static final int MAX_LENGTH = 16;

    /** White_Space (Unicode, PropList.txt), except the controls in it, which are refused. */
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

    /** Dash (Unicode, PropList.txt): dash punctuation, the swung dash and, in normal form KC, all minus signs. */
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2053\\u2212]");

    /** @throws InvalidValueException if the text breaks the rules above or those of {@link Text#visible} */
    public RegistrationPlate {
        value = Text.visible(oneSpelling(value), MAX_LENGTH);
    }

    private static String oneSpelling(String text) {
        var upper = Text.normalized(singleSpaced(text), Form.NFKC, MAX_LENGTH).toUpperCase(Locale.ROOT);
        // Repeated, because normal form KC turns some accents into a space and a combining mark. The caller composes again what
        // upper case decomposes.
        return singleSpaced(DASH.matcher(upper).replaceAll("-"));
    }

    private static String singleSpaced(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }
}
