package dev.fleetbooking.rest.history;

import java.util.Optional;

/** The facts before and after an event; there are none before the event that created the subject. */
record ChangeResponse(Optional<FactsResponse> before, FactsResponse after) {
}
