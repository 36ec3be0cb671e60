package dev.fleetbooking.rest.meetingroom;

import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import java.util.UUID;

record MeetingRoomResponse(UUID id, String name) {

    static MeetingRoomResponse of(MeetingRoom meetingRoom) {
        return new MeetingRoomResponse(meetingRoom.id().value(), meetingRoom.name().value());
    }
}
