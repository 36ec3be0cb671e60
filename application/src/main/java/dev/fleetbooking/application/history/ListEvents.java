package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists events, in order. */
public interface ListEvents {

    /** The events after a sequence of the feed. */
    List<Sequenced> list(Query query);

    /**
     * Which events.
     *
     * @param after   the sequence of the last event seen; 0 for the beginning
     * @param subject only events of the subject with this id
     */
    record Query(long after, Optional<UUID> subject, int limit) {
    }

    /** An event and its number in the feed. Sequences grow; gaps are allowed. */
    record Sequenced(long sequence, Event event) {
    }
}
