package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;

/** Lists the meeting rooms by id, which is the order in which they were added. */
public interface ListMeetingRooms {

    /** One page of them. */
    Page<MeetingRoom> list(PageRequest<MeetingRoomId> page);
}
