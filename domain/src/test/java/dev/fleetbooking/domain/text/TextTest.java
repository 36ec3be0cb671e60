package dev.fleetbooking.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"  Ada ", "\tAda\n", "\u2003Ada\u3000"})
    void whiteSpaceAroundItIsRemoved(String text) {
        assertThat(Text.checked(text, 1, 3)).isEqualTo("Ada");
    }

    @Test
    void whiteSpaceWithinItStays() {
        assertThat(Text.checked("Ada  Lovelace", 1, 20)).isEqualTo("Ada  Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000da", "A\tda", "A\nda", "A\u007fda", "A\u0085da", "\u0000"})
    void controlCharactersAreRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 0, 100))
                .withMessage("must not contain control characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF})
    void aSurrogateWithoutItsPartnerIsRefused(int surrogate) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked("A" + (char) surrogate + "a", 0, 100))
                .withMessage("must not contain half of a surrogate pair");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        var threeCars = "\uD83D\uDE97".repeat(3);
        assertThat(Text.checked(threeCars, 3, 3)).isEqualTo(threeCars);
    }

    @Test
    void lengthIsCountedWithoutTheWhiteSpaceAroundIt() {
        assertThat(Text.checked(" ".repeat(50) + "Ada", 1, 3)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Adele", "\uD83D\uDE97"})
    void aTextThatIsTooShortOrTooLongIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Text.checked(text, 2, 4))
                .withMessage("must have 2 to 4 characters");
    }
}
