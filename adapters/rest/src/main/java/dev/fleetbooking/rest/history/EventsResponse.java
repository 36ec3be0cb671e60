package dev.fleetbooking.rest.history;

import java.util.List;

/** A part of the feed; the last sequence in it leads to the next part. */
record EventsResponse(List<EventResponse> items) {
}
