package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import java.time.Instant;

/** Makes a room reservation. */
public interface MakeRoomReservation {

    /**
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the meeting room does not exist or a value breaks
     *                          a rule, with {@link RoomReservationRefusal.MeetingRoomUnavailable} if it is taken
     */
    RoomReservation make(Command command);

    /** The meeting room, the customer's name and the period. */
    record Command(MeetingRoomId meetingRoomId, String customer, Instant start, Instant end) {
    }
}
