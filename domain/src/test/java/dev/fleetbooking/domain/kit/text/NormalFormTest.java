package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text values are in normal form, and normalising again changes nothing, for all of Unicode and for random texts. */
class NormalFormTest {

    private static final int TEXTS = 20_000;

    /** Characters that combine, change their case, disappear or look like others. */
    private static final int[][] RANGES = {
        {0x20, 0x7e}, {0xa0, 0x24f}, {0x2b0, 0x36f}, {0x370, 0x3ff}, {0x590, 0x6ff}, {0x900, 0x9ff}, {0x1100, 0x11ff},
        {0x1e00, 0x1fff}, {0x2000, 0x206f}, {0x2070, 0x214f}, {0x2460, 0x24ff}, {0x3000, 0x318f}, {0xac00, 0xd7ff}, {0xd800, 0xdfff},
        {0xf900, 0xfdff}, {0xfe00, 0xffff}, {0x1d100, 0x1d1ff}, {0x1d400, 0x1d7ff}, {0xe0000, 0xe01ef}, {0, 0x10ffff}};

    enum Value {

        NAME(text -> new Name(text).value(), Form.NFC),
        PLATE(text -> new RegistrationPlate(text).value(), Form.NFKC);

        private final UnaryOperator<String> value;
        private final Form form;

        Value(UnaryOperator<String> value, Form form) {
            this.value = value;
            this.form = form;
        }

        Optional<String> of(String text) {
            try {
                return Optional.of(value.apply(text));
            } catch (InvalidValueException refused) {
                return Optional.empty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void normalisingTwiceDoesNotChangeAnyCharacter(Value value) {
        assigned().flatMap(character -> Stream.of(character, "A" + character + "1")).forEach(text -> assertNormal(value, text));
    }

    @ParameterizedTest
    @EnumSource
    void normalisingTwiceDoesNotChangeARandomText(Value value) {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            var text = text(random);
            try {
                assertNormal(value, text);
            } catch (AssertionError failed) {
                throw new AssertionError("seed %d, text %s".formatted(seed, escaped(text)), failed);
            }
        }
    }

    @Test
    void noPlateKeepsLowerCaseOtherWhiteSpaceOrAnotherDash() {
        var other = Pattern.compile("[\\p{Z}\\p{Cc}&&[^ ]]|  |^ | $|[\\p{Pd}&&[^-]]");
        assertThat(assigned().flatMap(text -> Value.PLATE.of("A" + text + "1").stream()))
                .allMatch(plate -> plate.equals(plate.toUpperCase(Locale.ROOT)))
                .noneMatch(plate -> other.matcher(plate).find());
    }

    /** Why a text that is four times too long is refused before it is normalised. */
    @Test
    void noCharacterIsComposedOfMoreThanFour() {
        assertThat(assigned().map(text -> Normalizer.normalize(text, Form.NFD)))
                .allMatch(parts -> parts.codePointCount(0, parts.length()) <= 4);
    }

    /**
     * Unicode, DerivedCoreProperties.txt, Default_Ignorable_Code_Point. The property is written out here and derived in the
     * code, so that one checks the other.
     */
    @Test
    void defaultIgnorableCharactersCountAsInvisible() {
        int[][] ignorable = {
            {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x200b, 0x200f},
            {0x2060, 0x2064}, {0x206a, 0x206f}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0},
            {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0001, 0xe0001}, {0xe0020, 0xe007f}, {0xe0100, 0xe01ef}};
        for (var range : ignorable) {
            IntStream.rangeClosed(range[0], range[1]).mapToObj(Character::toString).forEach(character -> {
                assertThat(Value.NAME.of(character)).as(escaped(character)).isEmpty();
                assertThat(Value.NAME.of("A" + character)).as(escaped(character)).isPresent();
                assertThat(Value.PLATE.of("A" + character)).as(escaped(character)).isEmpty();
            });
        }
    }

    private static void assertNormal(Value value, String text) {
        value.of(text).ifPresent(normal -> {
            if (!value.of(normal).equals(Optional.of(normal)) || !Normalizer.isNormalized(normal, value.form)) {
                throw new AssertionError("%s of %s is %s".formatted(value, escaped(text), escaped(normal)));
            }
        });
    }

    /** Without the private use areas, which are large and uniform. */
    private static Stream<String> assigned() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(codePoint -> Character.getType(codePoint) != Character.PRIVATE_USE)
                .mapToObj(Character::toString);
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(12), 0, RANGES.length)
                .map(range -> random.nextInt(RANGES[range][0], RANGES[range][1] + 1))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj("\\x{%X}"::formatted).reduce("", String::concat);
    }
}
