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
     * Readers number the events, one reader at a time: a reader sees committed events only, so an event that is committed later
     * gets a higher number than all events that anybody has seen. Writers never wait for this, because they only insert.
     */
    @Override
    public List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, int limit) {
        // A separate statement: the next one must see the numbers that were assigned while this one waited.
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
