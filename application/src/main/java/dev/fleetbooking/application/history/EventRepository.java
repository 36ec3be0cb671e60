package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What has happened. */
public interface EventRepository {

    /** Adds an event, in the transaction of the change that it tells of. */
    void append(Event event);

    /**
     * Events whose place comes after the given one, in order. A place is given only after the event's transaction has
     * committed: a reader who passes the last sequence it saw misses none, however late a transaction commits, and never
     * sees an event before an earlier one of the same subject.
     *
     * @param subject only events of the subject with this id
     */
    List<ListEvents.Sequenced> findAfter(long sequence, Optional<UUID> subject, int limit);
}
