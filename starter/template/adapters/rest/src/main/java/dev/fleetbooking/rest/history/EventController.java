package dev.fleetbooking.rest.history;

import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.roomreservation.GetRoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/room-reservations/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
record EventController(ListEvents listEvents, GetRoomReservation getRoomReservation) {

    /** An unknown room reservation is answered with 404, not with an empty history. */
    @GetMapping
    EventsResponse listRoomReservationEvents(@PathVariable RoomReservationId id) {
        var roomReservation = getRoomReservation.get(id);
        return new EventsResponse(listEvents.list(roomReservation.id()).stream().map(EventResponse::of).toList());
    }
}
