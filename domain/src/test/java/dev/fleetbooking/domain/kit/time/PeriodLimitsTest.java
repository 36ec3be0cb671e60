package dev.fleetbooking.domain.kit.time;

import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodLimitsTest {

    private static final PeriodLimits LIMITS =
            new PeriodLimits(Duration.ofMinutes(90), Duration.ofHours(4), Duration.ofMinutes(5), at("20:00"));

    private final Violations violations = new Violations();

    private Period check(String start, String end) {
        return LIMITS.check(violations, "start", at(start), "end", at(end), NOW);
    }

    @Test
    void aPeriodWithinTheLimitsIsReturned() {
        assertThat(check("10:00", "12:00")).isEqualTo(period("10:00", "12:00"));
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void theShortestAndTheLongestAreWithinTheLimits() {
        check("10:00", "11:30");
        check("10:00", "14:00");
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void aPeriodThatIsTooShortIsRefusedByTheLimit() {
        check("10:00", "11:29");
        assertThat(violations.found()).containsExactly(new Violation("end", "must be at least 90 min after start"));
    }

    @Test
    void aPeriodThatIsTooLongIsRefusedByTheLimit() {
        check("10:00", "14:01");
        assertThat(violations.found()).containsExactly(new Violation("end", "must be at most 4 h after start"));
    }

    @Test
    void aPeriodThatDoesNotEndAfterItStartsIsNotCalledTooShort() {
        check("10:00", "10:00");
        check("10:00", "09:00");
        assertThat(violations.found()).containsExactly(
                new Violation("end", "must be after start"), new Violation("end", "must be after start"));
    }

    @Test
    void aStartWithinTheToleranceIsAccepted() {
        check("07:55", "09:55");
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void aStartBeforeTheToleranceIsRefused() {
        check("07:54", "09:55");
        assertThat(violations.found()).containsExactly(new Violation("start", "must not be more than 5 minutes ago"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "0000-12-31T06:00:00Z", "9999-12-31T23:59:00Z"})
    void aStartFarOutOfRangeIsRefusedLikeAnyOther(Instant start) {
        LIMITS.check(violations, "start", start, "end", at("12:00"), NOW);
        assertThat(violations.found()).isNotEmpty().extracting(Violation::field).isSubsetOf("start", "end");
    }

    @Test
    void secondsAreRefusedOnEachBound() {
        check("10:00:01", "12:00:00.001");
        assertThat(violations.found()).containsExactly(
                new Violation("start", "must be a whole minute"), new Violation("end", "must be a whole minute"));
    }

    @Test
    void thePeriodEndsAtTheLatestEndOrBefore() {
        check("18:00", "20:00");
        assertThat(violations.found()).isEmpty();
        check("18:00", "20:01");
        assertThat(violations.found()).containsExactly(new Violation("end", "must not be after 2027-03-01T20:00:00Z"));
    }

    @Test
    void allBrokenRulesAreNotedAtOnceUnderTheNamesOfTheFields() {
        LIMITS.check(violations, "from", at("20:02:30"), "to", at("20:01:30"), at("22:00"));
        assertThat(violations.found()).containsExactly(
                new Violation("to", "must not be after 2027-03-01T20:00:00Z"),
                new Violation("from", "must not be more than 5 minutes ago"),
                new Violation("from", "must be a whole minute"),
                new Violation("to", "must be a whole minute"),
                new Violation("to", "must be after from"));
    }

    @Test
    void aPeriodIsReturnedEvenIfAnotherFieldIsWrong() {
        violations.add("id", "must name an existing one");
        assertThat(check("10:00", "12:00")).isEqualTo(period("10:00", "12:00"));
    }

    @Nested
    class Change {

        private Period checkChange(boolean startFixed, String start, String end, String now) {
            return LIMITS.checkChange(
                    violations, period("07:00", "10:00"), startFixed, Optional.of(at(start)), Optional.of(at(end)), at(now));
        }

        @Test
        void aBoundThatIsAbsentStays() {
            assertThat(LIMITS.checkChange(
                    violations, period("07:00", "10:00"), false, Optional.of(at("08:00")), Optional.empty(), NOW))
                    .isEqualTo(period("08:00", "10:00"));
            assertThat(LIMITS.checkChange(
                    violations, period("07:00", "10:00"), false, Optional.empty(), Optional.of(at("09:00")), NOW))
                    .isEqualTo(period("07:00", "09:00"));
            assertThat(violations.found()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void aPeriodThatStaysAsAWholeIsNotCheckedAgain(boolean startFixed) {
            assertThat(checkChange(startFixed, "07:00", "10:00", "23:00")).isEqualTo(period("07:00", "10:00"));
            assertThat(violations.found()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void aStartThatStaysIsNotCheckedAgain(boolean startFixed) {
            assertThat(checkChange(startFixed, "07:00", "11:00", "09:00")).isEqualTo(period("07:00", "11:00"));
            assertThat(violations.found()).isEmpty();
        }

        @Test
        void aChangedStartIsCheckedLikeANewOne() {
            assertThat(checkChange(false, "08:55", "11:00", "09:00")).isEqualTo(period("08:55", "11:00"));
            checkChange(false, "08:54", "11:00", "09:00");
            assertThat(violations.found()).containsExactly(new Violation("start", "must not be more than 5 minutes ago"));
        }

        @Test
        void aFixedStartStays() {
            checkChange(true, "09:30", "11:30", "09:00");
            assertThat(violations.found()).containsExactly(new Violation("start", "must stay once the use has begun"));
        }

        @Test
        void theEndLiesAfterNow() {
            checkChange(false, "07:00", "09:01", "09:00");
            assertThat(violations.found()).isEmpty();
            checkChange(false, "07:00", "09:00", "09:00");
            assertThat(violations.found()).containsExactly(new Violation("end", "must be after now"));
        }

        @Test
        void allBrokenRulesAreNotedAtOnce() {
            checkChange(true, "20:00:30", "20:30", "21:00");
            assertThat(violations.found()).containsExactly(
                    new Violation("end", "must not be after 2027-03-01T20:00:00Z"),
                    new Violation("end", "must be after now"),
                    new Violation("start", "must stay once the use has begun"),
                    new Violation("start", "must not be more than 5 minutes ago"),
                    new Violation("start", "must be a whole minute"),
                    new Violation("end", "must be at least 90 min after start"));
        }
    }
}
