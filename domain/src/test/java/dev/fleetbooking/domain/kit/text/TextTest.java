package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "  Ada ", "\tAda\n", "\u2003Ada\u3000", "\u00a0Ada\u202f", "\u2007\u0085Ada\u2028", "\u1680Ada\u205f\u2029", "Ada \n"
    })
    void whiteSpaceAroundItIsRemoved(String text) {
        assertThat(Text.checked(text, 3)).isEqualTo("Ada");
    }

    @Test
    void whiteSpaceWithinItStays() {
        assertThat(Text.checked("Ada  Love\u00a0lace", 20)).isEqualTo("Ada  Love\u00a0lace");
    }

    @ParameterizedTest
    @CsvSource({"A\u0308, \u00c4", "e\u0323\u0302, \u1ec7", "\u1112\u1161\u11ab, \ud55c", "\u212b, \u00c5", "\u2460, \u2460"})
    void textIsInNormalFormC(String text, String normal) {
        assertThat(Text.checked(text, 1)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, NULL", "0009, CHARACTER TABULATION", "000A, LINE FEED (LF)", "001F, INFORMATION SEPARATOR ONE", "007F, DELETE",
        "0085, NEXT LINE (NEL)", "202A, LEFT-TO-RIGHT EMBEDDING", "202E, RIGHT-TO-LEFT OVERRIDE",
        "2066, LEFT-TO-RIGHT ISOLATE", "2069, POP DIRECTIONAL ISOLATE", "D800, HIGH SURROGATES D800",
        "DFFF, LOW SURROGATES DFFF", "0378, unassigned", "FFFE, unassigned", "10FFFF, unassigned"
    })
    void controlsBidiControlsLoneSurrogatesAndUnassignedAreRefusedByName(String codePoint, String name) {
        var text = "A" + Character.toString(Integer.parseInt(codePoint, 16)) + "a";
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 100))
                .withMessage("must not contain U+%s (%s)", codePoint, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u00ad", "\ufeff", "\u200b", "\u200e\u200f", "\u2060", "\u034f", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\ufe0f",
        "\ufff9", "\u200b \u3164\u00a0\u200d", "\udb40\udc41", "\ud834\udd59", "\ud80d\udc30"
    })
    void aTextWithoutAVisibleCharacterIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 100))
                .withMessage("must show something");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\ud83d\udc69\u200d\ud83d\udd27", "\u2764\ufe0f", "\u05d0\u200f!",
        "\u0600", "\ue000"
    })
    void invisibleCharactersAreAllowedBesideVisibleOnes(String text) {
        assertThat(Text.checked(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"200B, ZERO WIDTH SPACE", "00AD, SOFT HYPHEN", "FE0F, VARIATION SELECTOR-16", "2800, BRAILLE PATTERN BLANK"})
    void ifAllMustBeVisibleInvisibleCharactersAreRefusedByName(String codePoint, String name) {
        var text = "A" + Character.toString(Integer.parseInt(codePoint, 16)) + "a";
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.visible(text, 100))
                .withMessage("must not contain U+%s (%s)", codePoint, name);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        var threeCars = "\uD83D\uDE97".repeat(3);
        assertThat(Text.checked(threeCars, 3)).isEqualTo(threeCars);
    }

    @Test
    void lengthIsCountedWithoutTheWhiteSpaceAroundIt() {
        assertThat(Text.checked(" ".repeat(50) + "Ada", 3)).isEqualTo("Ada");
    }

    @Test
    void lengthIsCountedInNormalForm() {
        assertThat(Text.checked("\u03b1\u0313\u0300\u0345".repeat(100), 100)).isEqualTo("\u1f82".repeat(100));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Text.checked("\u0958".repeat(51), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Adele", "\uD83D\uDE97\uD83D\uDE97\uD83D\uDE97\uD83D\uDE97\uD83D\uDE97"})
    void aTextThatIsEmptyOrTooLongIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 4))
                .withMessage("must have 1 to 4 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u0301\u0323", "\u200b", "a "})
    void aTextAsLongAsABodyIsReadInLinearTime(String part) {
        var text = "x" + part.repeat(32_768) + "x";
        assertTimeout(Duration.ofMillis(500), () -> assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 100)));
    }
}
