package dev.fleetbooking.postgres.history;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;

@Repository
class PostgresEventRepository implements EventRepository {

    private final EventJpaRepository events;
    private final LockQueues queues;

    PostgresEventRepository(EventJpaRepository events, LockQueues queues) {
        this.events = events;
        this.queues = queues;
    }

    @Override
    public void append(Event event) {
        events.save(new EventEntity(event));
    }

    /**
     * Places are given here, by the readers, one at a time: a reader sees committed events only, so none that commits later
     * can get a place before one that somebody has seen already. Writers wait for none of this, as they only insert.
     */
    @Override
    public List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, int limit) {
        // A statement of its own: the next one must see the places that were given while this one waited.
        queues.join(EventEntity.class, events::lockPlaces);
        events.placeCommitted();
        return subject
                .map(id -> events.findBySubjectIdAndSequenceGreaterThanOrderBySequence(id, sequence, Limit.of(limit)))
                .orElseGet(() -> events.findBySequenceGreaterThanOrderBySequence(sequence, Limit.of(limit)))
                .stream()
                .map(EventEntity::toDomain)
                .toList();
    }
}
