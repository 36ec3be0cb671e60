package dev.fleetbooking.domain.text;

import dev.fleetbooking.domain.InvalidValueException;

/** The rules that every free text from outside obeys. */
public final class Text {

    private Text() {
    }

    /**
     * Returns the text without white space around it. Length is counted in code points, as in JSON Schema and PostgreSQL.
     *
     * @throws InvalidValueException for a control character, a surrogate without its partner, or a wrong length
     */
    public static String checked(String text, int minLength, int maxLength) {
        var stripped = text.strip();
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("must not contain control characters");
        }
        if (stripped.codePoints().anyMatch(Text::isLoneSurrogate)) {
            throw new InvalidValueException("must not contain half of a surrogate pair");
        }
        var length = stripped.codePointCount(0, stripped.length());
        if (length < minLength || length > maxLength) {
            throw new InvalidValueException("must have %d to %d characters".formatted(minLength, maxLength));
        }
        return stripped;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
