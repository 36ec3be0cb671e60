package dev.fleetbooking.rest.calendar;

import java.time.Instant;

/** From an instant to a later one, which does not belong to it. */
public record PeriodResponse(Instant start, Instant end) {
}
