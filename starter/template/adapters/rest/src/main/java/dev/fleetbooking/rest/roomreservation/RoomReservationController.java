package dev.fleetbooking.rest.roomreservation;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.roomreservation.CancelRoomReservation;
import dev.fleetbooking.application.roomreservation.GetRoomReservation;
import dev.fleetbooking.application.roomreservation.ListRoomReservations;
import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.request.EmptyRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = RoomReservationController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record RoomReservationController(
        MakeRoomReservation makeRoomReservation, GetRoomReservation getRoomReservation,
        ListRoomReservations listRoomReservations, CancelRoomReservation cancelRoomReservation) {

    static final String PATH = "/api/v1/room-reservations";

    @PostMapping
    ResponseEntity<RoomReservationResponse> makeRoomReservation(@Valid @RequestBody MakeRoomReservationRequest request) {
        var roomReservation = RoomReservationResponse.of(makeRoomReservation.make(request.toCommand()));
        return ResponseEntity.created(URI.create(PATH + "/" + roomReservation.id())).body(roomReservation);
    }

    @GetMapping
    PageResponse<RoomReservationResponse> listRoomReservations(
            @RequestParam Optional<MeetingRoomId> meetingRoomId, Paging paging) {
        var filter = new ListRoomReservations.Filter(meetingRoomId);
        var page = listRoomReservations.list(filter, paging.requestById(RoomReservationId::new));
        return paging.response(page, RoomReservationResponse::of, roomReservation -> roomReservation.id().value());
    }

    @GetMapping("/{id}")
    RoomReservationResponse getRoomReservation(@PathVariable RoomReservationId id) {
        return RoomReservationResponse.of(getRoomReservation.get(id));
    }

    @PostMapping("/{id}/cancellation")
    RoomReservationResponse cancelRoomReservation(
            @PathVariable RoomReservationId id, Precondition precondition, @RequestBody(required = false) EmptyRequest none) {
        return RoomReservationResponse.of(cancelRoomReservation.cancel(id, precondition));
    }
}
