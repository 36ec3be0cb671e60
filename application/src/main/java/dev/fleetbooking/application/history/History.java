package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Records the changes of use cases as events, in their transaction. */
public final class History {

    private final EventRepository events;

    public History(EventRepository events) {
        this.events = events;
    }

    /** A booking was changed, or made if there was none before. */
    public void record(EventType type, Optional<Booking> before, Booking after, Instant at) {
        append(type, at, Subject.Kind.BOOKING, after.id().value(), before.map(Facts::of), Facts.of(after));
    }

    /** A window was changed, or planned if there was none before. */
    public void record(EventType type, Optional<MaintenanceWindow> before, MaintenanceWindow after, Instant at) {
        append(type, at, Subject.Kind.MAINTENANCE_WINDOW, after.id().value(), before.map(Facts::of), Facts.of(after));
    }

    /** A car was changed, or added if there was none before. */
    public void record(EventType type, Optional<Car> before, Car after, Instant at) {
        append(type, at, Subject.Kind.CAR, after.id().value(), before.map(Facts::of), Facts.of(after));
    }

    private void append(EventType type, Instant at, Subject.Kind kind, UUID id, Optional<Facts> before, Facts after) {
        events.append(new Event(type, at, new Subject(kind, id), before, after));
    }
}
