package dev.fleetbooking.rest.history;

import java.util.List;

/** The whole history of one room reservation, which is short. */
record EventsResponse(List<EventResponse> items) {
}
