package dev.fleetbooking.domain.car;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.calendar;
import static dev.fleetbooking.domain.Fixtures.car;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvailabilityTest {

    private static final Occupancy BOOKING = occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 60);
    private static final Occupancy MAINTENANCE = occupancy(Occupancy.Kind.MAINTENANCE, period("13:00", "15:00"), 0);
    private static final CarCalendar CALENDAR = calendar(MAINTENANCE, BOOKING);

    @Test
    void aCarInServiceThatNothingOccupiesIsAvailable() {
        var availability = Availability.of(CAR, CALENDAR, period("08:00", "10:00"), Turnaround.NONE);
        assertThat(availability.isAvailable()).isTrue();
        assertThat(availability.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_SERVICE", "RETIRED"})
    void aCarThatIsNotInServiceIsNotAvailable(CarStatus status) {
        var availability = Availability.of(car(status), CALENDAR, period("08:00", "10:00"), Turnaround.NONE);
        assertThat(availability.isAvailable()).isFalse();
        assertThat(availability.reasons()).containsExactly(UnavailabilityReason.NOT_IN_SERVICE);
    }

    @Test
    void reasonsComeInTheirOrderAndConflictsByStart() {
        var availability = Availability.of(
                car(CarStatus.OUT_OF_SERVICE), CALENDAR, period("11:00", "14:00"), Turnaround.NONE);
        assertThat(availability.reasons()).containsExactly(
                UnavailabilityReason.NOT_IN_SERVICE, UnavailabilityReason.BOOKED, UnavailabilityReason.MAINTENANCE);
        assertThat(availability.conflicts()).extracting(CalendarEntry::kind).containsExactly(
                CalendarEntry.Kind.BOOKING, CalendarEntry.Kind.TURNAROUND, CalendarEntry.Kind.MAINTENANCE);
    }

    @Test
    void anOverlapWithThePeriodsOwnTurnaroundIsAConflict() {
        var availability = Availability.of(CAR, CALENDAR, period("08:00", "09:30"), new Turnaround(31));
        assertThat(availability.reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(availability.conflicts()).extracting(CalendarEntry::period).containsExactly(BOOKING.use());
    }

    @Test
    void anOverlapWithAnEarlierTurnaroundIsAConflict() {
        var availability = Availability.of(CAR, CALENDAR, period("12:30", "13:00"), Turnaround.NONE);
        assertThat(availability.reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(availability.conflicts())
                .containsExactly(new CalendarEntry(period("12:00", "13:00"), CalendarEntry.Kind.TURNAROUND, BOOKING));
    }

    @Test
    void aCarThatIsOverdueIsNotAvailableUntilTheHorizon() {
        var late = calendar(inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:00"), 0)));
        var availability = Availability.of(CAR, late, period("20:00", "22:00"), Turnaround.NONE);
        assertThat(availability.reasons()).containsExactly(UnavailabilityReason.OVERDUE);
        assertThat(availability.conflicts()).extracting(CalendarEntry::period).containsExactly(period("05:00", "07:00"));
    }
}
