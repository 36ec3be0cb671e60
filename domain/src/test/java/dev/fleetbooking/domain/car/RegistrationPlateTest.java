package dev.fleetbooking.domain.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Texts;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationPlateTest {

    private static final UnaryOperator<String> PLATE = text -> new RegistrationPlate(text).value();

    @Test
    void aPlateIsTrimmedAndUpperCased() {
        assertThat(new RegistrationPlate(" b-ab 123 ")).isEqualTo(new RegistrationPlate("B-AB 123"));
    }

    @Test
    void aPlateMayBeInAnyScript() {
        assertThat(new RegistrationPlate("品川 300 あ 12-34").value()).isEqualTo("品川 300 あ 12-34");
    }

    @Test
    void upperCaseDoesNotDependOnTheMachinesLanguage() {
        assertThat(new RegistrationPlate("i-ı").value()).isEqualTo("I-I");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "M-\u00c4 1", "m-\u00e4  1", "M-\u00c4\u00a01", "M\u2011\u00c4 1", "M-A\u0308 1", "\u3000\uff2d\u2212\u00c4\u2007\u202f\uff11", "\u2133\u2013a\u0308\u2028\u00b9"
    })
    void platesThatLookTheSameAreEqual(String text) {
        assertThat(new RegistrationPlate(text).value()).isEqualTo("M-\u00c4 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u002d", "\u058a", "\u05be", "\u1400", "\u1806", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2053",
        "\u207b", "\u208b", "\u2212", "\u2e17", "\u2e1a", "\u2e3a", "\u2e3b", "\u2e40", "\u2e5d", "\u301c", "\u3030", "\u30a0",
        "\ufe31", "\ufe32", "\ufe58", "\ufe63", "\uff0d", "\ud803\udd6e", "\ud803\udead"
    })
    void everyDashOfUnicodeIsAHyphenMinus(String dash) {
        assertThat(new RegistrationPlate("B" + dash + "1").value()).isEqualTo("B-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B\u200b1", "B\u00ad1", "\ufeffB1", "B1\u200e", "B\u202e1", "B\u31641", "\u2800B", "B\t1", "B\n1"})
    void invisibleCharactersAreRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RegistrationPlate(text))
                .withMessageStartingWith("must not contain U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0390", "\u01f0", "\u1fb3", "\u0345", "\u0149", "\u1e96"})
    void charactersThatUpperCaseDecomposesAreComposedAgain(String text) {
        assertThat(Normalizer.isNormalized(new RegistrationPlate(text).value(), Form.NFKC)).isTrue();
    }

    @Test
    void aRunOfWhiteSpaceCountsAsOneCharacterHoweverLongItIs() {
        assertThat(new RegistrationPlate("B" + " \u00a0".repeat(500) + "1").value()).isEqualTo("B 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aPlateHasOneToSixteenCharacters(int length) {
        assertThat(new RegistrationPlate("X".repeat(length)).value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17})
    void anyOtherLengthIsRefused(int length) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RegistrationPlate("X".repeat(length)))
                .withMessage("must have 1 to 16 characters");
    }

    @Test
    void lengthIsCountedInUpperCase() {
        assertThat(new RegistrationPlate("ß".repeat(8)).value()).isEqualTo("S".repeat(16));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new RegistrationPlate("ß".repeat(9)));
    }

    @Test
    void aPlateIsCleanOrRefused() {
        Texts.assertCleanOrRefused(RegistrationPlate.MAX_LENGTH, PLATE);
    }

    @Test
    void aPlateIsInNormalFormKC() {
        Texts.assertNormal(Form.NFKC, PLATE);
    }

    @Test
    void noPlateKeepsLowerCaseOtherWhiteSpaceOrAnotherDash() {
        var other = Pattern.compile("[\\p{Z}\\p{Cc}&&[^ ]]|  |^ | $|[\\p{Pd}&&[^-]]");
        assertThat(Texts.assigned().flatMap(text -> Texts.taken("A" + text + "1", PLATE).stream()))
                .allMatch(plate -> plate.equals(plate.toUpperCase(Locale.ROOT)))
                .noneMatch(plate -> other.matcher(plate).find());
    }
}
