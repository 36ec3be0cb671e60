package dev.fleetbooking.rest.booking;

import dev.fleetbooking.domain.text.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Why a booking is called off. */
record CancelBookingRequest(@Schema(minLength = 1, maxLength = Reason.MAX_LENGTH) Optional<String> reason) {
}
