package dev.fleetbooking.application.history;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.Optional;

/** Records the changes of use cases as events, in their transaction. */
public record History(EventRepository events, CurrentCaller callers) {

    /** A booking was changed, or made if there was none before. */
    public void record(EventType type, Optional<Booking> before, Booking after, Instant at) {
        var subject = new Subject(Subject.Kind.BOOKING, after.id().value(), after.dealerId());
        append(type, at, subject, before.map(Facts::of), Facts.of(after));
    }

    /** A window was changed, or planned if there was none before. */
    public void record(EventType type, Optional<MaintenanceWindow> before, MaintenanceWindow after, Instant at) {
        var subject = new Subject(Subject.Kind.MAINTENANCE_WINDOW, after.id().value(), after.dealerId());
        append(type, at, subject, before.map(Facts::of), Facts.of(after));
    }

    /** A car was changed, or added if there was none before. */
    public void record(EventType type, Optional<Car> before, Car after, Instant at) {
        var subject = new Subject(Subject.Kind.CAR, after.id().value(), after.dealerId());
        append(type, at, subject, before.map(Facts::of), Facts.of(after));
    }

    /** A hold lapses by itself, whoever's call stores that. */
    private void append(EventType type, Instant at, Subject subject, Optional<Facts> before, Facts after) {
        var by = type == EventType.BOOKING_EXPIRED ? Optional.<Actor>empty() : callers.get().actor();
        events.append(new Event(type, at, subject, by, before, after));
    }
}
