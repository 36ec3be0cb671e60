package dev.fleetbooking.application;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.inmemory.InMemoryStore;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A call uses the time at which it got its lock, however long it waited. */
class TimeAfterLockTest {

    private static final Set<String> LOCKS = Set.of("findForUpdate", "findForClaim", "findPeersForUpdate");

    private final InMemoryStore store = new InMemoryStore();
    private final Fleet fleet = new Fleet(waiting(store.ports()), store, new SequentialIds());
    private final Car car = fleet.car(fleet.dealer());
    private Optional<Instant> locked = Optional.empty();

    @Test
    void aHoldThatLapsesDuringTheWaitIsNotConfirmed() {
        var hold = fleet.hold(car, hours(10, 14));
        fleet.setTime(minute(14));
        locked = Optional.of(minute(15));

        var refused = refusal(CommonRefusal.InvalidTransition.class, () -> fleet.confirm(hold));

        assertThat(refused.currentStatus()).isEqualTo("EXPIRED");
    }

    @Test
    void aTransitionOfABookingHasTheTimeAfterTheWait() {
        var hold = fleet.hold(car, hours(10, 14));
        happensAt(minute(1), hold.id().value(), () -> fleet.confirm(hold));
        happensAt(minute(2), hold.id().value(), () -> fleet.reschedule(hold, hours(10, 15)));
        happensAt(hour(10), hold.id().value(), () -> fleet.handOver(hold));
        happensAt(hour(11), hold.id().value(), () -> fleet.takeBack(hold));
        var cancelled = booked(hour(12));
        happensAt(hour(13), cancelled.id().value(), () -> fleet.cancel(cancelled));
        var missed = booked(hour(14));
        happensAt(hour(31), missed.id().value(), () -> fleet.recordNoShow(missed));

        assertThat(fleet.view(missed).booking().status()).isEqualTo(BookingStatus.NO_SHOW);
    }

    @Test
    void aTransitionOfAWindowHasTheTimeAfterTheWait() {
        var window = planned(hour(1), OnConflict.REJECT);
        happensAt(hour(2), window.id().value(), () -> fleet.move(window, hours(30, 50)));
        happensAt(hour(30), window.id().value(), () -> fleet.start(window));
        happensAt(hour(31), window.id().value(), () -> fleet.complete(window));
        var cancelled = planned(hour(32), OnConflict.DISPLACE);
        happensAt(hour(33), cancelled.id().value(), () -> fleet.cancel(cancelled));
    }

    private Booking booked(Instant now) {
        locked = Optional.of(now);
        var booking = fleet.book(car, hours(30, 40));
        assertThat(fleet.events(booking.id().value())).extracting(Event::occurredAt).containsExactly(now);
        return booking;
    }

    private MaintenanceWindow planned(Instant now, OnConflict onConflict) {
        locked = Optional.of(now);
        var window = fleet.plan(car, hours(40, 60), onConflict, false).window().window();
        assertThat(fleet.events(window.id().value())).extracting(Event::occurredAt).containsExactly(now);
        return window;
    }

    private void happensAt(Instant now, UUID subject, Runnable call) {
        locked = Optional.of(now);
        call.run();
        assertThat(fleet.events(subject)).extracting(Event::occurredAt).endsWith(now);
    }

    private Ports waiting(Ports ports) {
        return new Ports(
                ports.dealers(), waiting(CarRepository.class, ports.cars()),
                waiting(BookingRepository.class, ports.bookings()),
                waiting(MaintenanceWindowRepository.class, ports.windows()), ports.occupancies(), ports.availableCars(),
                ports.schedules(), ports.events());
    }

    /** The same, but time passes while a call waits for its lock. */
    private <P> P waiting(Class<P> port, P adapter) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            var answer = method.invoke(adapter, arguments);
            if (LOCKS.contains(method.getName())) {
                locked.ifPresent(fleet::setTime);
            }
            return answer;
        }));
    }
}
