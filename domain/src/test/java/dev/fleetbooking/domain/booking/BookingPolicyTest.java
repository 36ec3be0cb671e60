package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.LATE_UNTIL;
import static dev.fleetbooking.domain.Fixtures.booking;
import static dev.fleetbooking.domain.Fixtures.calendar;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BookingPolicyTest {

    private static final BookingPolicy POLICY = BookingPolicy.DEFAULT;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aBookingLastsAnHourToNinetyDaysMayHaveStartedFiveMinutesAgoAndEndsWithinEighteenMonths() {
        assertThat(POLICY.limits(NOW)).isEqualTo(new PeriodLimits(
                Duration.ofHours(1), Duration.ofDays(90), Duration.ofMinutes(5), Instant.parse("2028-09-01T08:00:00Z")));
    }

    @Test
    void whatTheLimitsRefuseIsNotAllowed() {
        assertThat(POLICY.allows(at("10:00"), at("11:00"), NOW)).isTrue();
        assertThat(POLICY.allows(at("10:00"), at("10:59"), NOW)).isFalse();
    }

    @Nested
    class LatestPossibleEnd {

        /** From 10:00 to 12:00, with a turnaround of 90 minutes. */
        private static Optional<Instant> latest(Instant now, Occupancy... others) {
            var calendar = POLICY.calendar(List.of(others), now);
            return POLICY.latestPossibleEnd(booking(BookingStatus.CONFIRMED), calendar, now);
        }

        private static Occupancy from(String start) {
            return occupancy(Occupancy.Kind.BOOKING, period(start, "23:00"), 0);
        }

        @Test
        void isTheNextOccupancyLessTheTurnaround() {
            assertThat(latest(NOW, from("16:00"))).hasValue(at("14:30"));
        }

        @Test
        void doesNotMindWhatComesBefore() {
            var before = occupancy(Occupancy.Kind.BOOKING, period("08:00", "09:00"), 60);
            assertThat(latest(NOW, before, from("16:00"))).hasValue(at("14:30"));
        }

        @Test
        void isAbsentIfThatIsTooShort() {
            assertThat(latest(NOW, from("12:30"))).hasValue(at("11:00"));
            assertThat(latest(NOW, from("12:29"))).isEmpty();
        }

        @Test
        void isAbsentIfThatHasPassed() {
            assertThat(latest(at("14:29:59.999"), from("16:00"))).hasValue(at("14:30"));
            assertThat(latest(at("14:30"), from("16:00"))).isEmpty();
        }

        @Test
        void isAbsentIfALateCarMayReachTheStart() {
            var late = inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:00"), 0));
            assertThat(latest(NOW, late, from("16:00"))).isEmpty();
        }

        @Test
        void isWithinTheLongestBooking() {
            var longest = at("10:00").plus(Duration.ofDays(90));
            assertThat(latest(NOW, inNinetyDays("11:30"))).hasValue(longest);
            assertThat(latest(NOW, inNinetyDays("11:29"))).hasValue(longest.minus(MINUTE));
        }

        @Test
        void isWithinTheHorizon() {
            var soon = new BookingPolicy(
                    POLICY.minimum(), POLICY.maximum(), java.time.Period.ofMonths(1), POLICY.dayGrace(),
                    POLICY.holdDuration(), POLICY.latenessHorizon());
            assertThat(soon.latestPossibleEnd(booking(BookingStatus.CONFIRMED), calendar(inNinetyDays("10:00")), NOW))
                    .hasValue(Instant.parse("2027-04-01T08:00:00Z"));
        }

        private static Occupancy inNinetyDays(String time) {
            var start = at(time).plus(Duration.ofDays(90));
            return occupancy(Occupancy.Kind.BOOKING, new Period(start, start.plus(MINUTE)), 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PT0S  | PT2H    | P1M  | PT0S   | PT1M | PT1M | must have a minimum above zero",
        "PT2H  | PT1H59M | P1M  | PT0S   | PT1M | PT1M | must not have a maximum below the minimum",
        "PT2H  | PT2H    | P0D  | PT0S   | PT1M | PT1M | must have a horizon above zero",
        "PT2H  | PT2H    | P-1D | PT0S   | PT1M | PT1M | must have a horizon above zero",
        "PT2H  | PT2H    | P1D  | PT-1S  | PT1M | PT1M | must not have a day grace below zero",
        "PT2H  | PT2H    | P1D  | PT0S   | PT0S | PT1M | must have a hold duration above zero",
        "PT2H  | PT2H    | P1D  | PT0S   | PT1M | PT0S | must have a lateness horizon above zero",
    })
    void aContradictoryPolicyIsRefused(
            Duration minimum, Duration maximum, java.time.Period horizon, Duration dayGrace, Duration holdDuration,
            Duration latenessHorizon, String rule) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new BookingPolicy(minimum, maximum, horizon, dayGrace, holdDuration, latenessHorizon))
                .withMessage(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T08:00:00Z, 2027-03-02T08:00:00Z",
        "2027-03-01T08:00:00.001Z, 2027-03-02T08:01:00Z",
        "2027-03-01T08:00:59.999Z, 2027-03-02T08:01:00Z"
    })
    void anOverdueOccupancyLastsUntilTheFirstMinuteThatIsADayAhead(Instant now, Instant lateUntil) {
        assertThat(POLICY.lateUntil(now)).isEqualTo(lateUntil);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T08:00:00Z, 2028-09-01T08:00:00Z",
        // The last day of a month that has no such day, in a common and in a leap year.
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

        private static final CarCalendar FREE = calendar();

        private static CarCalendar blocked(String start, String end) {
            return calendar(occupancy(Occupancy.Kind.BOOKING, period(start, end), 0));
        }

        private static Optional<Instant> earliest(CarCalendar calendar, int turnaround, Instant wanted) {
            return POLICY.earliestStart(CAR, calendar, new Turnaround(turnaround), wanted, TWO_HOURS, NOW);
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

        @ParameterizedTest
        @EnumSource(names = "IN_SERVICE", mode = EnumSource.Mode.EXCLUDE)
        void isAbsentIfTheCarIsNotInService(CarStatus status) {
            var car = CAR.withStatus(status, List.of(), NOW);
            assertThat(POLICY.earliestStart(car, FREE, Turnaround.NONE, at("10:00"), TWO_HOURS, NOW)).isEmpty();
        }

        @Test
        void isNotInThePast() {
            assertThat(earliest(FREE, 0, at("06:00"))).hasValue(NOW);
        }

        @Test
        void isAWholeMinuteIfItIsNow() {
            assertThat(POLICY.earliestStart(CAR, FREE, Turnaround.NONE, at("06:00"), TWO_HOURS, at("08:00:01")))
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
            assertThat(earliest(calendar(toTheHorizon), 0, at("10:00"))).isEmpty();
        }

        @Test
        void isAfterWhatIsOverdueIsExpectedToLast() {
            var late = calendar(inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:00"), 0)));
            assertThat(earliest(late, 90, at("10:00"))).hasValue(LATE_UNTIL);
        }

        @Test
        void isAbsentForAWantedOneBeyondTheHorizon() {
            assertThat(earliest(blocked("09:00", "10:00"), 0, POLICY.latestEnd(NOW).plus(Duration.ofDays(9)))).isEmpty();
        }
    }
}
