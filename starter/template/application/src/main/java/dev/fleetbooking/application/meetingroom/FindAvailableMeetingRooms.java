package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.time.Instant;

/** Finds the meeting rooms that are available for a period. */
public interface FindAvailableMeetingRooms {

    /**
     * A page of those that nothing blocks in any part of the period, by id. The answer is valid for a moment only: another
     * caller may be faster.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if no such period can be reserved
     */
    Page<MeetingRoom> find(Query query, PageRequest<MeetingRoomId> page);

    /** The period. */
    record Query(Instant from, Instant to) {
    }
}
