package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.Fixtures;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccupancyTest {

    private final Occupancy booking = Fixtures.occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 60);

    @Test
    void theCarIsBlockedForTheUseAndTheTurnaround() {
        assertThat(booking.use()).isEqualTo(period("10:00", "12:00"));
        assertThat(booking.blocked()).isEqualTo(period("10:00", "13:00"));
    }

    @Test
    void theTurnaroundIsASeparateEntry() {
        assertThat(booking.entries()).containsExactly(
                new CalendarEntry(period("10:00", "12:00"), CalendarEntry.Kind.BOOKING, booking),
                new CalendarEntry(period("12:00", "13:00"), CalendarEntry.Kind.TURNAROUND, booking));
    }

    @ParameterizedTest
    @EnumSource
    void withoutATurnaroundThereIsOneEntryOfItsKind(Occupancy.Kind kind) {
        var occupancy = Fixtures.occupancy(kind, period("10:00", "12:00"), 0);
        assertThat(occupancy.entries()).containsExactly(
                new CalendarEntry(period("10:00", "12:00"), CalendarEntry.Kind.valueOf(kind.name()), occupancy));
    }

    @Test
    void aHoldBlocksNothingFromTheInstantOfItsLapseOn() {
        var hold = occupancy(Occupancy.Kind.HOLD, at("13:30"), Optional.of(at("08:15:00.500")));
        assertThat(hold.hasLapsed(at("08:15:00.499"))).isFalse();
        assertThat(hold.hasLapsed(at("08:15:00.500"))).isTrue();
        assertThat(booking.hasLapsed(Instant.MAX)).isFalse();
    }

    @Test
    void aCarInUseIsOverdueOnceTheUseHasEnded() {
        assertThat(inUse(booking).isOverdue(at("12:00"))).isFalse();
        assertThat(inUse(booking).isOverdue(at("12:00:00.001"))).isTrue();
    }

    @Test
    void aCarThatNobodyHasIsNotOverdue() {
        assertThat(booking.isOverdue(at("20:00"))).isFalse();
    }

    @Test
    void aCarIsBlockedAtLeastUntilTheUseEnds() {
        assertRefused(Occupancy.Kind.BOOKING, at("11:59"), Optional.empty(), "must block the car until the use ends");
    }

    @Test
    void aCarIsBlockedForWholeMinutes() {
        assertRefused(Occupancy.Kind.BOOKING, at("12:00:30"), Optional.empty(), "must block the car for whole minutes");
    }

    @ParameterizedTest
    @EnumSource(names = "HOLD", mode = EnumSource.Mode.EXCLUDE)
    void nothingButAHoldLapses(Occupancy.Kind kind) {
        assertRefused(kind, at("12:00"), Optional.of(at("08:15")), "must lapse if and only if it is a hold");
    }

    @Test
    void aHoldLapses() {
        assertRefused(Occupancy.Kind.HOLD, at("12:00"), Optional.empty(), "must lapse if and only if it is a hold");
    }

    private static void assertRefused(
            Occupancy.Kind kind, Instant blockedUntil, Optional<Instant> lapsesAt, String message) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> occupancy(kind, blockedUntil, lapsesAt))
                .withMessage(message);
    }

    private static Occupancy occupancy(Occupancy.Kind kind, Instant blockedUntil, Optional<Instant> lapsesAt) {
        return new Occupancy(kind, uuid(1), period("10:00", "12:00"), blockedUntil, lapsesAt, false);
    }
}
