package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;

/** The events. They are only added. */
public interface EventRepository {

    /** Adds an event, in the transaction of the change that it records. */
    void append(Event event);

    /**
     * The events of this room reservation in the order in which they were added. That is the order of the changes, because whoever
     * changes a room reservation has found it for update. A feed of all events would have to number them after the commit: else its
     * readers miss those of a transaction that takes longer than a later one.
     */
    List<Event> findBy(RoomReservationId id);
}
