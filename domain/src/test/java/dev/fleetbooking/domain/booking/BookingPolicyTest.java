package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.Fixtures.NOW;
import static dev.fleetbooking.domain.Fixtures.at;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.Fixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.Violation;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.Turnaround;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingPolicyTest {

    private static final BookingPolicy POLICY = BookingPolicy.DEFAULT;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Nested
    class Limits {

        private static List<Violation> violations(Instant start, Instant end) {
            var violations = new Violations();
            POLICY.check(violations, "start", start, "end", end, NOW);
            return violations.found();
        }

        @Test
        void aBookingLastsAnHourOrMore() {
            assertThat(violations(NOW, NOW.plus(Duration.ofHours(1)))).isEmpty();
            assertThat(violations(NOW, NOW.plus(Duration.ofMinutes(59))))
                    .containsExactly(new Violation("end", "must be at least 1 h after start"));
        }

        @Test
        void aBookingLastsNinetyDaysOrLess() {
            assertThat(violations(NOW, NOW.plus(Duration.ofDays(90)))).isEmpty();
            assertThat(violations(NOW, NOW.plus(Duration.ofDays(90)).plus(MINUTE)))
                    .containsExactly(new Violation("end", "must be at most 2160 h after start"));
        }

        @Test
        void aBookingStartedFiveMinutesAgoOrLater() {
            assertThat(violations(at("07:55"), at("10:00"))).isEmpty();
            assertThat(violations(at("07:54"), at("10:00")))
                    .containsExactly(new Violation("start", "must not be more than 5 minutes ago"));
        }

        @Test
        void aBookingEndsWithinEighteenMonths() {
            var latest = Instant.parse("2028-09-01T08:00:00Z");
            assertThat(violations(latest.minus(Duration.ofDays(1)), latest)).isEmpty();
            assertThat(violations(latest.minus(Duration.ofDays(1)), latest.plus(MINUTE)))
                    .containsExactly(new Violation("end", "must not be after 2028-09-01T08:00:00Z, 18 months ahead"));
        }

        @Test
        void allBrokenLimitsAreNamedAtOnce() {
            assertThat(violations(at("07:00"), Instant.parse("2029-01-01T00:00:30Z"))).containsExactlyInAnyOrder(
                    new Violation("start", "must not be more than 5 minutes ago"),
                    new Violation("end", "must be a whole minute"),
                    new Violation("end", "must be at most 2160 h after start"),
                    new Violation("end", "must not be after 2028-09-01T08:00:00Z, 18 months ahead"));
        }

        @Test
        void aPeriodWithinTheLimitsIsReturned() {
            var violations = new Violations();
            assertThat(POLICY.check(violations, "start", at("10:00"), "end", at("12:00"), NOW))
                    .isEqualTo(period("10:00", "12:00"));
        }

        @Test
        void whatTheLimitsRefuseIsNotAllowed() {
            assertThat(POLICY.allows(at("10:00"), at("11:00"), NOW)).isTrue();
            assertThat(POLICY.allows(at("10:00"), at("10:59"), NOW)).isFalse();
            assertThat(POLICY.allows(at("10:00:30"), at("12:00"), NOW)).isFalse();
            assertThat(POLICY.allows(at("10:00"), NOW.plus(Duration.ofDays(700)), NOW)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T08:00:00Z, 2028-09-01T08:00:00Z",
        // The last day of the month where it has no such day, in a common and in a leap year.
        "2027-08-31T08:00:00Z, 2029-02-28T08:00:00Z",
        "2026-08-31T08:00:00Z, 2028-02-29T08:00:00Z",
        "2027-12-31T08:00:00Z, 2029-06-30T08:00:00Z",
        // Months of the UTC calendar, although it is September in Berlin already.
        "2027-08-31T23:30:00Z, 2029-02-28T23:30:00Z",
        "2027-03-01T08:00:59.999Z, 2028-09-01T08:00:00Z"
    })
    void theHorizonIsEighteenMonthsOfTheUtcCalendar(Instant now, Instant latestEnd) {
        assertThat(POLICY.latestEnd(now)).isEqualTo(latestEnd);
    }

    @Test
    void daysAreCountedWithTheGraceOfThePolicy() {
        var start = at("10:00");
        var day = Duration.ofDays(1).plusMinutes(29);
        assertThat(POLICY.days(new Period(start, start.plus(day)), ZoneId.of("UTC"))).isEqualTo(1);
        assertThat(POLICY.days(new Period(start, start.plus(day).plus(MINUTE)), ZoneId.of("UTC"))).isEqualTo(2);
    }

    @Nested
    class EarliestStart {

        private static final Duration TWO_HOURS = Duration.ofHours(2);

        private static final CarCalendar FREE = new CarCalendar(List.of());

        private static CarCalendar blocked(String start, String end) {
            return new CarCalendar(List.of(occupancy(Occupancy.Kind.BOOKING, period(start, end), 0)));
        }

        private static Optional<Instant> earliest(CarCalendar calendar, int turnaround, Instant wanted) {
            return POLICY.earliestStart(calendar, new Turnaround(turnaround), wanted, TWO_HOURS, NOW);
        }

        @Test
        void isTheWantedOneIfTheCarIsFree() {
            assertThat(earliest(FREE, 90, at("10:00"))).hasValue(at("10:00"));
        }

        @Test
        void isAfterWhatBlocksTheCar() {
            assertThat(earliest(blocked("11:00", "13:00"), 0, at("10:00"))).hasValue(at("13:00"));
        }

        @Test
        void leavesRoomForTheTurnaround() {
            assertThat(earliest(blocked("12:00", "13:00"), 0, at("10:00"))).hasValue(at("10:00"));
            assertThat(earliest(blocked("12:00", "13:00"), 1, at("10:00"))).hasValue(at("13:00"));
        }

        @Test
        void isNotInThePast() {
            assertThat(earliest(FREE, 0, at("06:00"))).hasValue(NOW);
        }

        @Test
        void isAWholeMinuteIfItIsNow() {
            assertThat(POLICY.earliestStart(FREE, Turnaround.NONE, at("06:00"), TWO_HOURS, at("08:00:01")))
                    .hasValue(at("08:01"));
        }

        @Test
        void isAWantedOneThatHasJustPassedIfItCanStillBeBooked() {
            assertThat(earliest(FREE, 0, at("07:55"))).hasValue(at("07:55"));
            assertThat(earliest(FREE, 0, at("07:54"))).hasValue(NOW);
        }

        @Test
        void isNotAWantedOneThatHasJustPassedIfItIsBlocked() {
            assertThat(earliest(blocked("07:00", "07:57"), 0, at("07:55"))).hasValue(NOW);
            assertThat(earliest(blocked("09:00", "09:30"), 0, at("07:55"))).hasValue(at("09:30"));
        }

        @Test
        void letsTheBookingEndAtTheHorizonAndNotTheTurnaround() {
            var lastStart = POLICY.latestEnd(NOW).minus(TWO_HOURS);
            assertThat(earliest(FREE, 90, lastStart)).hasValue(lastStart);
            assertThat(earliest(FREE, 90, lastStart.plus(MINUTE))).isEmpty();
        }

        @Test
        void isAbsentIfNothingFitsBeforeTheHorizon() {
            var toTheHorizon =
                    occupancy(Occupancy.Kind.MAINTENANCE, new Period(at("09:00"), POLICY.latestEnd(NOW).minus(MINUTE)), 0);
            assertThat(earliest(new CarCalendar(List.of(toTheHorizon)), 0, at("10:00"))).isEmpty();
        }

        @Test
        void isAbsentForAWantedOneBeyondTheHorizon() {
            assertThat(earliest(blocked("09:00", "10:00"), 0, POLICY.latestEnd(NOW).plus(Duration.ofDays(9)))).isEmpty();
        }
    }
}
