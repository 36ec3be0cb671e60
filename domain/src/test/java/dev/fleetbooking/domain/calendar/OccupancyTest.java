package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.at;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.Fixtures.period;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccupancyTest {

    private final Occupancy booking = occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 60);

    @Test
    void theCarIsBlockedForTheUseAndTheTurnaround() {
        assertThat(booking.use()).isEqualTo(period("10:00", "12:00"));
        assertThat(booking.blocked()).isEqualTo(period("10:00", "13:00"));
    }

    @Test
    void theTurnaroundIsAnEntryOfItsOwn() {
        assertThat(booking.entries()).containsExactly(
                new CalendarEntry(period("10:00", "12:00"), CalendarEntry.Kind.BOOKING, booking),
                new CalendarEntry(period("12:00", "13:00"), CalendarEntry.Kind.TURNAROUND, booking));
    }

    @ParameterizedTest
    @EnumSource
    void withoutATurnaroundThereIsOneEntryOfItsKind(Occupancy.Kind kind) {
        var occupancy = occupancy(kind, period("10:00", "12:00"), 0);
        assertThat(occupancy.entries()).containsExactly(
                new CalendarEntry(period("10:00", "12:00"), CalendarEntry.Kind.valueOf(kind.name()), occupancy));
    }

    @Test
    void aCarIsBlockedAtLeastUntilTheUseEnds() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Occupancy(Occupancy.Kind.BOOKING, uuid(1), period("10:00", "12:00"), at("11:59")))
                .withMessage("must block the car until the use ends");
    }

    @Test
    void aCarIsBlockedForWholeMinutes() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Occupancy(Occupancy.Kind.BOOKING, uuid(1), period("10:00", "12:00"), at("12:00:30")))
                .withMessage("must block the car for whole minutes");
    }
}
