package dev.fleetbooking.rest.roomreservation;

import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationStatus;
import java.time.Instant;
import java.util.UUID;

record RoomReservationResponse(
        UUID id, UUID meetingRoomId, String customer, Instant start, Instant end, RoomReservationStatus status) {

    static RoomReservationResponse of(RoomReservation roomReservation) {
        return new RoomReservationResponse(
                roomReservation.id().value(), roomReservation.meetingRoomId().value(), roomReservation.customer().value(),
                roomReservation.period().start(), roomReservation.period().end(), roomReservation.status());
    }
}
