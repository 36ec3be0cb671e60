package dev.fleetbooking.rest.booking;

import java.util.Optional;

/** Why a booking is called off. */
record CancelBookingRequest(Optional<String> reason) {
}
