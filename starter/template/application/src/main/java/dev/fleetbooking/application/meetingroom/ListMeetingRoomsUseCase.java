package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;

@UseCase(readOnly = true)
record ListMeetingRoomsUseCase(MeetingRoomRepository meetingRooms) implements ListMeetingRooms {

    @Override
    public Page<MeetingRoom> list(PageRequest<MeetingRoomId> page) {
        return meetingRooms.list(page);
    }
}
