package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events. */
public interface EventRepository {

    /** Adds an event, in the transaction of the change that it records. */
    void append(Event event);

    /**
     * The events with a greater sequence than the given one, in order. An event gets its sequence only after its transaction
     * has committed: a reader that passes the last sequence it saw misses none, however late a transaction commits, and never
     * sees an event before an earlier one of the same subject.
     *
     * @param subject only events of the subject with this id
     * @param caller  only events that this caller may know of
     */
    List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, Caller caller, int limit);
}
