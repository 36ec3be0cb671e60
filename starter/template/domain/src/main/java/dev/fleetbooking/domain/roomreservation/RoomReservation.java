package dev.fleetbooking.domain.roomreservation;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.time.Instant;

/**
 * Gives a meeting room to a customer for a period.
 *
 * @param version how often it was changed
 */
public record RoomReservation(
        RoomReservationId id, MeetingRoomId meetingRoomId, Name customer, Period period, RoomReservationStatus status, long version) {

    /** A new one. */
    public static RoomReservation make(RoomReservationId id, MeetingRoomId meetingRoomId, Name customer, Period period) {
        return new RoomReservation(id, meetingRoomId, customer, period, RoomReservationStatus.CONFIRMED, 0);
    }

    /** Changes with every change of it. */
    public Revision revision() {
        return new Revision(Long.toString(version));
    }

    /**
     * The same, cancelled; one that is cancelled already stays as it is.
     *
     * @throws RefusedException with {@link CommonRefusal.TooLate} from its start on
     */
    public RoomReservation cancel(Instant now) {
        if (status == RoomReservationStatus.CANCELLED) {
            return this;
        }
        if (!now.isBefore(period.start())) {
            throw new CommonRefusal.TooLate("cancellation", period.start()).asException();
        }
        return new RoomReservation(id, meetingRoomId, customer, period, RoomReservationStatus.CANCELLED, version);
    }
}
