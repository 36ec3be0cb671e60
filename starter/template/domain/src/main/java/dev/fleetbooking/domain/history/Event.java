package dev.fleetbooking.domain.history;

import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.time.Instant;

/**
 * One change of a room reservation, with its meeting room and its period after that. It does not contain the customer, so that it can
 * be kept when a customer's data must be deleted.
 */
public record Event(
        Type type, Instant occurredAt, RoomReservationId roomReservationId, MeetingRoomId meetingRoomId, Period period) {

    /** What can happen to a room reservation. */
    public enum Type {
        MADE,
        CANCELLED
    }

    /** A room reservation was changed to this. */
    public static Event of(Type type, RoomReservation after, Instant occurredAt) {
        return new Event(type, occurredAt, after.id(), after.meetingRoomId(), after.period());
    }
}
