package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.history.Event;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts committed events by type: bookings made, holds lapsed, and so on. */
record CountedEvents(EventRepository events, MeterRegistry meters) implements EventRepository {

    @Override
    public void append(Event event) {
        events.append(event);
        TransactionBoundary.afterCommit(() -> meters.counter("fleet.events", "type", event.type().name()).increment());
    }

    @Override
    public List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, Caller caller, int limit) {
        return events.findAfter(sequence, subject, caller, limit);
    }
}
