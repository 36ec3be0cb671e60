package dev.fleetbooking.domain.booking;

import java.util.UUID;

/** Identifies a booking. */
public record BookingId(UUID value) {
}
