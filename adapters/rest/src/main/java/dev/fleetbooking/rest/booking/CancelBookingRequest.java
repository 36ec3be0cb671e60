package dev.fleetbooking.rest.booking;

import java.util.Optional;

/** Why a booking is cancelled. */
record CancelBookingRequest(Optional<String> reason) {
}
