package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.text.Texts;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database accepts every text that the domain accepts: a refusal by a CHECK would be a 500. The JDK and PostgreSQL have
 * different versions of Unicode, so run this with every version of PostgreSQL that the README promises.
 */
@Execution(CONCURRENT)
@ResourceLock("NormalTextIT")
class NormalTextIT {

    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final int TEXTS = THOROUGH ? 100_000 : 2_000;

    private static TestTables tables;

    enum Value {

        REASON("is_normal_text", Reason.MAX_LENGTH, text -> new Reason(text).value()),
        PLATE("is_normal_plate", RegistrationPlate.MAX_LENGTH, text -> new RegistrationPlate(text).value());

        private final String check;
        private final int maxLength;
        private final UnaryOperator<String> value;

        Value(String check, int maxLength, UnaryOperator<String> value) {
            this.check = check;
            this.maxLength = maxLength;
            this.value = value;
        }

        Stream<String> of(String text) {
            try {
                return Stream.of(value.apply(text));
            } catch (InvalidValueException refused) {
                return Stream.empty();
            }
        }
    }

    @BeforeAll
    static void createTables() {
        tables = TestTables.create();
    }

    @ParameterizedTest
    @EnumSource
    void everyCharacterThatTheDomainAcceptsIsAccepted(Value value) {
        assertTaken(value, 8_000, Texts.assigned().flatMap(character -> THOROUGH
                ? Stream.of(character, "A" + character + "\u0323\u0301", "1\u0301" + character)
                : Stream.of("A" + character + "\u0323\u0301")));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextThatTheDomainAcceptsIsAccepted(Value value) {
        var seed = System.nanoTime();
        System.out.println("NormalTextIT, seed " + seed);
        var random = new Random(seed);
        var characters = Texts.characters().toArray();
        var marks = Texts.characters().filter(NormalTextIT::isMark).toArray();
        assertTaken(value, TEXTS / 2, Stream.generate(() -> random.ints(1 + random.nextInt(8))
                        .map(any -> any < 0 ? marks[random.nextInt(marks.length)] : characters[random.nextInt(characters.length)])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(TEXTS));
    }

    /** V7 does not check the rows again that are there already. */
    @Test
    @Tag("thorough")
    void theFunctionAcceptsWhatItAcceptedBeforeItWasReplaced() {
        var before = TestTables.createAt("6").jdbc()
                .sql("SELECT pg_get_functiondef('is_normal_text'::regproc)").query(String.class).single();
        tables.jdbc().sql(before.replace("is_normal_text", "was_normal_text")).update();
        var texts = Texts.characters()
                .filter(codePoint -> codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .flatMap(character -> THOROUGH
                        ? Stream.of(character, "A" + character, character + "A", "A" + character + "A")
                        : Stream.of("A" + character + "A"))
                .toArray(String[]::new);

        var accepted = tables.jdbc().sql("""
                        SELECT is_normal_text(text), count(*), count(*) FILTER (WHERE was_normal_text(text) <> is_normal_text(text))
                        FROM unnest(?) text GROUP BY 1 ORDER BY 1
                        """)
                .param(texts)
                .query((row, number) -> {
                    assertThat(row.getLong(2)).isGreaterThan(1_000);
                    assertThat(row.getLong(3)).isZero();
                    return row.getBoolean(1);
                })
                .list();
        assertThat(accepted).containsExactly(false, true);
    }

    /** In one statement, because there are hundreds of thousands of characters. */
    private static void assertTaken(Value value, int atLeast, Stream<String> texts) {
        var taken = texts.flatMap(value::of).distinct().toArray(String[]::new);
        assertThat(taken).hasSizeGreaterThan(atLeast);
        assertThat(tables.jdbc().sql("""
                        SELECT text FROM unnest(?) text WHERE NOT %s(text) OR char_length(text) NOT BETWEEN 1 AND %d
                        """.formatted(value.check, value.maxLength))
                .param(taken)
                .query((row, number) -> row.getString(1).codePoints().mapToObj("U+%04X"::formatted).toList().toString())
                .list()).isEmpty();
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
