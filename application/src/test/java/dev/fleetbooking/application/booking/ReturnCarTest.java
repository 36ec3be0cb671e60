package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnCarTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 30);
    private final Car car = fleet.car(dealer);
    private final Booking booking = fleet.book(car, hours(10, 14));

    @Test
    void anEarlyReturnShortensTheOccupancyToTheNextMinuteAndTheTurnaroundFollows() {
        var completed = returnAt(minute(660).plusSeconds(1));

        assertThat(completed.status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(completed.progress().returnedAt()).contains(minute(660).plusSeconds(1));
        assertThat(completed.period()).isEqualTo(booking.period());
        assertThat(completed.price()).isEqualTo(booking.price());
        assertThat(fleet.occupancies(car)).containsExactly(kept(hour(10), minute(661), minute(691)));
        assertThat(fleet.search(hours(12, 14))).hasSize(1);
    }

    @Test
    void aReturnInTheMinuteOfTheHandOverLeavesNothing() {
        fleet.bring(booking, BookingStatus.ACTIVE);

        assertThat(fleet.takeBack(booking).status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void aReturnBeforeTheAgreedStartKeepsTheTimeSinceTheEarlyHandOver() {
        fleet.setTime(hour(9));
        fleet.handOver(booking);

        returnAt(minute(550));

        assertThat(fleet.occupancies(car)).containsExactly(kept(hour(9), minute(550), minute(580)));
    }

    @Test
    void theOccupancyOfALateReturnEndsWhereTheNextOneStarts() {
        var next = fleet.book(car, hours(16, 18));
        fleet.bring(booking, BookingStatus.ACTIVE);

        returnAt(hour(17));

        assertThat(fleet.occupancies(car)).containsExactly(kept(hour(10), hour(16), hour(16)), next.occupancy());
        assertThat(fleet.handOver(next).status()).isEqualTo(BookingStatus.ACTIVE);
    }

    private Booking returnAt(Instant now) {
        if (fleet.view(booking).booking().status() == BookingStatus.CONFIRMED) {
            fleet.bring(booking, BookingStatus.ACTIVE);
        }
        fleet.setTime(now);
        return fleet.takeBack(booking);
    }

    private Occupancy kept(Instant start, Instant end, Instant blockedUntil) {
        return new Occupancy(
                Occupancy.Kind.BOOKING, booking.id().value(), new Period(start, end), blockedUntil, Optional.empty(), false);
    }
}
