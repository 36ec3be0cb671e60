package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;

@UseCase(readOnly = true)
record GetMeetingRoomUseCase(MeetingRoomRepository meetingRooms) implements GetMeetingRoom {

    @Override
    public MeetingRoom get(MeetingRoomId id) {
        return meetingRooms.find(id).orElseThrow(() -> new CommonRefusal.NotFound("meeting room", id.value()).asException());
    }
}
