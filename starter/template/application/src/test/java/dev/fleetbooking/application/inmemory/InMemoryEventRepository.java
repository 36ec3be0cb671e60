package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;

record InMemoryEventRepository(InMemoryStore store) implements EventRepository {

    @Override
    public void append(Event event) {
        store.write(rows -> {
            if (rows.roomReservations.find(event.roomReservationId().value()).isEmpty()) {
                throw new IllegalStateException("has no room reservation: " + event);
            }
            return rows.events.add(event);
        });
    }

    @Override
    public List<Event> findBy(RoomReservationId id) {
        return store.read(rows -> rows.events.stream().filter(event -> event.roomReservationId().equals(id)).toList());
    }
}
