package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class InMemoryEventRepository implements EventRepository {

    private final InMemoryStore store;

    InMemoryEventRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(Event event) {
        store.write(rows -> rows.appended.add(event));
    }

    /** Counts as a write, because in PostgreSQL reading numbers new events. */
    @Override
    public List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, Caller caller, int limit) {
        return store.write(rows -> rows.events.stream()
                .filter(found -> found.sequence() > sequence)
                .filter(found -> subject.map(found.event().subject().id()::equals).orElse(true))
                .filter(found -> caller.knows(found.event().subject().dealerId()))
                .limit(limit)
                .toList());
    }
}
