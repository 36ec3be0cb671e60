package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;

/** Shows one meeting room. */
public interface GetMeetingRoom {

    /** @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id */
    MeetingRoom get(MeetingRoomId id);
}
