package dev.fleetbooking.rest.roomreservation;

import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Who wants which meeting room, and when. */
record MakeRoomReservationRequest(
        @NotNull UUID meetingRoomId, @NotNull String customer, @NotNull Instant start, @NotNull Instant end) {

    MakeRoomReservation.Command toCommand() {
        return new MakeRoomReservation.Command(new MeetingRoomId(meetingRoomId), customer, start, end);
    }
}
