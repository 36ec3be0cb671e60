package dev.fleetbooking.rest.history;

import java.util.Optional;

/** What an event changed; nothing was before what it created. */
record ChangeResponse(Optional<FactsResponse> before, FactsResponse after) {
}
