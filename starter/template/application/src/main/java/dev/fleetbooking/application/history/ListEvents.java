package dev.fleetbooking.application.history;

import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;

/** Lists what happened to one room reservation. */
public interface ListEvents {

    /** Its events in order; none if there is no room reservation with this id. */
    List<Event> list(RoomReservationId id);
}
