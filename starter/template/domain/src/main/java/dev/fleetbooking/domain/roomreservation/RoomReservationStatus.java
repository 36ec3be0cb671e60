package dev.fleetbooking.domain.roomreservation;

/** Whether a room reservation counts. */
public enum RoomReservationStatus {
    /** It blocks its meeting room. */
    CONFIRMED,
    /** It blocks nothing, for good. */
    CANCELLED
}
