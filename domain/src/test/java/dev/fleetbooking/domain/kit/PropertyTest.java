package dev.fleetbooking.domain.kit;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, since it changes settings that the properties of other classes read. */
@Isolated
class PropertyTest {

    private static final List<String> SETTINGS = List.of("property.seed", "property.tries", "property.shrinkSeconds");
    private static final List<String> GIVEN = SETTINGS.stream().map(System::getProperty).toList();

    @BeforeEach
    void unset() {
        SETTINGS.forEach(System::clearProperty);
    }

    @AfterEach
    void reset() {
        IntStream.range(0, SETTINGS.size()).filter(i -> GIVEN.get(i) != null)
                .forEach(i -> System.setProperty(SETTINGS.get(i), GIVEN.get(i)));
    }

    @Test
    void aFalsePropertyFailsWithTheSmallestCaseTheSeedAndTheAssertion() {
        assertThat(failureOf(PropertyTest::smallNumbersOnly))
                .hasMessageContaining("The smallest failing case found: [[100]]")
                .hasMessageMatching("(?s)Try \\d+ of 1000 failed. To repeat it: -Dproperty.seed=-?\\d+\n.*")
                .hasMessageContaining("to be less than")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void theSmallestCaseKeepsWhatTheFailureNeeds() {
        assertThat(failureOf(() -> forAll(1000,
                choices -> choices.between(-1_000_000L, 1_000_000L),
                choices -> choices.listOf(3, 50, some -> some.of("a", "b", "c")),
                choices -> choices.between(-50, -5),
                (number, letters, negative) -> assertThat(number > -777 || !letters.getLast().equals("b")).isTrue())))
                .hasMessageContaining("found: [-777, [a, a, b], -5]");
    }

    @Test
    void anExceptionFailsAPropertyToo() {
        assertThat(failureOf(() -> forAll(
                1000, choices -> choices.between(0, 9), number -> assertThat(10 / number).isPositive())))
                .hasMessageContaining("found: [0]")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void aGeneratorThatFailsIsReportedWithItsSeed() {
        assertThat(failureOf(() -> forAll(1000, choices -> 10 / choices.between(0, 9), _ -> { })))
                .hasMessageMatching("No case could be made. To repeat it: -Dproperty.seed=-?\\d+")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSmallerCaseThatCannotBeGeneratedIsSkipped() {
        assertThat(failureOf(() -> forAll(
                1000,
                choices -> Optional.of(choices.between(1, 1_000_000_000)).filter(made -> made == 1 || made >= 400).orElseThrow(),
                number -> assertThat(number).isEqualTo(1))))
                .hasMessageContaining("found: [400]");
    }

    @Test
    void theSeedRepeatsTheRun() {
        System.setProperty("property.shrinkSeconds", "0");
        var failure = failureOf(PropertyTest::smallNumbersOnly).getMessage();
        assertThat(failureOf(PropertyTest::smallNumbersOnly).getMessage()).isNotEqualTo(failure);

        System.setProperty("property.seed", failure.replaceAll("(?s).*seed=(-?\\d+).*", "$1"));
        assertThat(failureOf(PropertyTest::smallNumbersOnly)).hasMessage(failure);
    }

    @Test
    void aTruePropertyIsTriedAsOftenAsAskedAndWithOtherCases() {
        var seen = new ArrayList<Long>();
        forAll(1000, choices -> choices.between(-5L, Long.MAX_VALUE - 1), seen::add);
        assertThat(seen).hasSize(1000).allMatch(number -> number >= -5).contains(-5L, 0L, Long.MAX_VALUE - 1);
        assertThat(seen.stream().distinct()).hasSizeGreaterThan(800);
    }

    @Test
    void thereAreNoMoreTriesThanTheSettingAllows() {
        System.setProperty("property.tries", "20");
        var seen = new ArrayList<Integer>();
        forAll(1000, choices -> choices.between(1, 6), seen::add);
        forAll(3, choices -> choices.between(1, 6), seen::add);
        assertThat(seen).hasSize(23);
    }

    @Test
    void aRejectedCaseIsNoTryAndRejectingAllFails() {
        var seen = new ArrayList<Integer>();
        forAll(100, choices -> choices.between(1, 6), number -> {
            assumeTrue(number == 6);
            seen.add(number);
        });
        assertThat(seen).hasSize(100);
        assertThat(failureOf(() -> forAll(10, choices -> choices.between(1, 6), _ -> assumeTrue(false))))
                .hasMessage("1001 cases were rejected for 0 tries");
    }

    @Test
    void aListHasEverySizeBetweenTheTwo() {
        var sizes = new ArrayList<Integer>();
        forAll(1000, choices -> choices.listOf(2, 5, some -> some.of(1, 2)), list -> sizes.add(list.size()));
        assertThat(sizes).contains(2, 3, 4, 5).allMatch(size -> size >= 2 && size <= 5);
        assertThatCode(() -> forAll(10, choices -> choices.listOf(7, 7, some -> some.of(1)), list ->
                assertThat(list).hasSize(7))).doesNotThrowAnyException();
    }

    private static void smallNumbersOnly() {
        forAll(1000, choices -> choices.listOf(0, 30, some -> some.between(0, 1_000_000)),
                numbers -> assertThat(numbers).allSatisfy(number -> assertThat(number).isLessThan(100)));
    }

    private static AssertionError failureOf(Runnable check) {
        return catchThrowableOfType(AssertionError.class, check::run);
    }
}
