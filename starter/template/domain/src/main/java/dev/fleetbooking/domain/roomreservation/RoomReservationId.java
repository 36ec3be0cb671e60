package dev.fleetbooking.domain.roomreservation;

import java.util.UUID;

/** Identifies a room reservation. */
public record RoomReservationId(UUID value) {
}
