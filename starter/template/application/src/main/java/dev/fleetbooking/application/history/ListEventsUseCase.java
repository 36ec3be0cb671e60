package dev.fleetbooking.application.history;

import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;

@UseCase(readOnly = true)
record ListEventsUseCase(EventRepository events) implements ListEvents {

    @Override
    public List<Event> list(RoomReservationId id) {
        return events.findBy(id);
    }
}
