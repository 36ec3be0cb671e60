package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.LATE_UNTIL;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CarCalendarGivenBackTest {

    private static final Occupancy OUT = inUse(occupancy(Occupancy.Kind.BOOKING, period("06:00", "12:00"), 60));

    private static Optional<Occupancy> givenBack(Instant now, Occupancy... others) {
        return new CarCalendar(Stream.concat(Stream.of(others), Stream.of(OUT)).toList(), now, LATE_UNTIL)
                .givenBack(OUT.ownerId(), new Turnaround(30));
    }

    private static Optional<Occupancy> left(String end, String blockedUntil) {
        return Optional.of(new Occupancy(
                Occupancy.Kind.BOOKING, OUT.ownerId(), period("06:00", end), at(blockedUntil), Optional.empty(), false));
    }

    @Test
    void afterAnEarlyReturnTheRestIsFree() {
        assertThat(givenBack(at("11:00"))).isEqualTo(left("11:00", "11:30"));
    }

    @Test
    void theCurrentMinuteIsNotFree() {
        assertThat(givenBack(at("11:00:00.001"))).isEqualTo(left("11:01", "11:31"));
    }

    @Test
    void afterAReturnInTheMinuteOfTheStartThatMinuteIsLeft() {
        assertThat(givenBack(at("06:00:59.999"))).isEqualTo(left("06:01", "06:31"));
    }

    @Test
    void afterAReturnAtTheInstantOfTheStartNothingIsLeft() {
        assertThat(givenBack(at("06:00"))).isEmpty();
    }

    @Test
    void aLateReturnExtendsTheOccupancyAndTheTurnaroundFollows() {
        assertThat(givenBack(at("15:00"))).isEqualTo(left("15:00", "15:30"));
    }

    @Test
    void theOccupancyEndsWhereTheNextOneStarts() {
        var next = occupancy(Occupancy.Kind.BOOKING, period("15:10", "16:00"), 0);
        assertThat(givenBack(at("14:40"), next)).isEqualTo(left("14:40", "15:10"));
        assertThat(givenBack(at("15:00"), next)).isEqualTo(left("15:00", "15:10"));
        assertThat(givenBack(at("17:00"), next)).isEqualTo(left("15:10", "15:10"));
    }

    @Test
    void earlierOccupanciesDoNotMatter() {
        assertThat(givenBack(at("11:00"), occupancy(Occupancy.Kind.MAINTENANCE, period("05:00", "06:00"), 0)))
                .isEqualTo(left("11:00", "11:30"));
    }
}
