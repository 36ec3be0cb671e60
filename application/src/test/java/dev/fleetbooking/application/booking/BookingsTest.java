package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.inmemory.InMemoryStore;
import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BookingsTest {

    private final InMemoryStore store = new InMemoryStore();

    @Test
    @Timeout(10)
    void aClaimThatIsNeitherGrantedNorExplainedEndsAsADefect() {
        var ports = store.ports();
        var fleet = new Fleet(store);
        var car = fleet.car(fleet.dealer());
        var overlapping = fleet.book(car, hours(24, 48)).occupancy();
        var bookings = new Bookings(
                ports.bookings(), ports.occupancies(), new History(ports.events(), () -> Caller.SERVICE), BookingPolicy.DEFAULT,
                () -> Caller.SERVICE, new SettableClock());

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> store.inTransaction(() -> {
            ports.cars().findForClaim(car.id());
            bookings.claim(car.id(), overlapping, NOW, calendar -> {
            });
            return null;
        }));
    }
}
