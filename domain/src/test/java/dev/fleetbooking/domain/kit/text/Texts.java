package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Choices;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.Property.Generator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What holds for every text value, checked with all of Unicode and with random texts. */
public final class Texts {

    private static final String LETTERS = range('a', 'z') + range('A', 'Z');

    private static final Generator<String> TEXTS = choices -> switch (choices.between(1, 5)) {
        case 1 -> text(choices, 1, 600, LETTERS);
        case 2 -> text(choices, 1, 30, LETTERS).transform(label -> label + "@" + label + ".org");
        case 3 -> text(choices, 0, 40, range('0', '9') + "+- A_");
        case 4 -> text(choices, 0, 40, range('!', '~') + " \t\u3000ß");
        default -> String.join("", choices.listOf(
                0, 20, some -> Character.toString(some.between(Character.MIN_VALUE, Character.MAX_VALUE))));
    };

    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final int RANDOM_TEXTS = THOROUGH ? 100_000 : 1_000;

    /** Characters that combine, change their case, disappear or look like others. */
    private static final int[][] RANGES = {
        {0x20, 0x7e}, {0xa0, 0x24f}, {0x2b0, 0x36f}, {0x370, 0x3ff}, {0x590, 0x6ff}, {0x900, 0x9ff}, {0x1100, 0x11ff},
        {0x1e00, 0x1fff}, {0x2000, 0x206f}, {0x2070, 0x214f}, {0x2460, 0x24ff}, {0x3000, 0x318f}, {0xac00, 0xd7ff}, {0xd800, 0xdfff},
        {0xf900, 0xfdff}, {0xfe00, 0xffff}, {0x1d100, 0x1d1ff}, {0x1d400, 0x1d7ff}, {0xe0000, 0xe01ef}, {0, 0x10ffff}};

    private static final int[] CHARACTERS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(codePoint -> Character.getType(codePoint) != Character.PRIVATE_USE)
            .filter(codePoint -> THOROUGH || !isUniform(Character.getType(codePoint))
                    || !Normalizer.isNormalized(Character.toString(codePoint), Form.NFKC))
            .toArray();

    private Texts() {
    }

    /** Checks that a value is in this normal form, and that normalising it again does not change it. */
    public static void assertNormal(Form form, UnaryOperator<String> value) {
        assigned().flatMap(character -> THOROUGH ? Stream.of(character, "A" + character + "1") : Stream.of("A" + character + "1"))
                .forEach(text -> assertNormal(form, value, text));
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            var text = text(random);
            try {
                assertNormal(form, value, text);
            } catch (AssertionError failed) {
                throw new AssertionError("seed %d, text %s".formatted(seed, escaped(text)), failed);
            }
        }
    }

    private static void assertNormal(Form form, UnaryOperator<String> value, String text) {
        taken(text, value).ifPresent(normal -> {
            if (!taken(normal, value).equals(Optional.of(normal)) || !Normalizer.isNormalized(normal, form)) {
                throw new AssertionError("%s is %s".formatted(escaped(text), escaped(normal)));
            }
        });
    }

    /** Checks that a value accepts or refuses any input; what it accepts can be stored, and read as the same value. */
    public static void assertCleanOrRefused(int maxLength, UnaryOperator<String> value) {
        forAll(1000, TEXTS, text -> taken(text, value).ifPresent(taken -> {
            assertThat(taken).isNotBlank().isEqualTo(taken.strip());
            assertThat(taken.codePoints().noneMatch(Character::isISOControl)).isTrue();
            assertThat(taken.codePointCount(0, taken.length())).isLessThanOrEqualTo(maxLength);
            assertThat(new String(taken.getBytes(UTF_8), UTF_8)).isEqualTo(taken);
            assertThat(value.apply(taken)).isEqualTo(taken);
        }));
    }

    /** The value of this text, unless it is refused. */
    public static Optional<String> taken(String text, UnaryOperator<String> value) {
        try {
            return Optional.of(value.apply(text));
        } catch (InvalidValueException refused) {
            assertThat(refused.getMessage()).startsWith("must ");
            return Optional.empty();
        }
    }

    /** {@link #characters()} as texts. */
    public static Stream<String> assigned() {
        return characters().mapToObj(Character::toString);
    }

    /**
     * All assigned characters without the private use areas, which are large and uniform. So are the ideographs, syllables and
     * symbols that no normal form changes: most characters, which only a thorough build checks.
     */
    public static IntStream characters() {
        return IntStream.of(CHARACTERS);
    }

    /** Letters without case, such as ideographs, and symbols. */
    private static boolean isUniform(int type) {
        return type == Character.OTHER_LETTER || type == Character.OTHER_SYMBOL;
    }

    static String escaped(String text) {
        return text.codePoints().mapToObj("\\x{%X}"::formatted).reduce("", String::concat);
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(12), 0, RANGES.length)
                .map(range -> random.nextInt(RANGES[range][0], RANGES[range][1] + 1))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(Choices choices, int minLength, int maxLength, String characters) {
        var each = List.of(characters.split(""));
        return String.join("", choices.listOf(minLength, maxLength, some -> some.of(each)));
    }

    private static String range(char from, char to) {
        return IntStream.rangeClosed(from, to).mapToObj(Character::toString).collect(joining());
    }
}
