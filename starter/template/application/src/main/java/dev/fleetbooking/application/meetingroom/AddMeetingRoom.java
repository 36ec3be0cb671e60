package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;

/** Adds a meeting room. */
public interface AddMeetingRoom {

    /** @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the name breaks a rule */
    MeetingRoom add(Command command);

    /** The data of the meeting room. */
    record Command(String name) {
    }
}
