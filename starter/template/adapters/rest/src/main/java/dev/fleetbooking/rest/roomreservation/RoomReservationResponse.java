package dev.fleetbooking.rest.roomreservation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationStatus;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import java.time.Instant;
import java.util.UUID;

record RoomReservationResponse(
        @JsonIgnore Revision revision,
        UUID id, UUID meetingRoomId, String customer, Instant start, Instant end, RoomReservationStatus status)
        implements Revisioned {

    static RoomReservationResponse of(RoomReservation roomReservation) {
        return new RoomReservationResponse(
                roomReservation.revision(),
                roomReservation.id().value(), roomReservation.meetingRoomId().value(), roomReservation.customer().value(),
                roomReservation.period().start(), roomReservation.period().end(), roomReservation.status());
    }
}
