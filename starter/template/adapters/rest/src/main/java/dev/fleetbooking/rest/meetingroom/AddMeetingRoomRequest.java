package dev.fleetbooking.rest.meetingroom;

import dev.fleetbooking.application.meetingroom.AddMeetingRoom;
import jakarta.validation.constraints.NotNull;

/** A new meeting room. */
record AddMeetingRoomRequest(@NotNull String name) {

    AddMeetingRoom.Command toCommand() {
        return new AddMeetingRoom.Command(name);
    }
}
