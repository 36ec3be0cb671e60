package dev.fleetbooking.postgres.history;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Events are only added, never changed. */
interface EventJpaRepository extends Repository<EventEntity, Long> {

    void save(EventEntity event);

    /** Acquires the lock for numbering events, until the transaction ends. */
    @NativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('event.sequence'))")
    int lockPlaces();

    @Modifying
    @NativeQuery("""
            UPDATE event SET sequence = last.sequence + unplaced.number
            FROM (SELECT coalesce(max(sequence), 0) AS sequence FROM event) AS last,
                 (SELECT serial, row_number() OVER (ORDER BY serial) AS number FROM event WHERE sequence IS NULL) AS unplaced
            WHERE event.serial = unplaced.serial
            """)
    int placeCommitted();

    List<EventEntity> findBySequenceGreaterThanOrderBySequence(long sequence, Limit limit);

    List<EventEntity> findBySubjectIdAndSequenceGreaterThanOrderBySequence(UUID subjectId, long sequence, Limit limit);
}
