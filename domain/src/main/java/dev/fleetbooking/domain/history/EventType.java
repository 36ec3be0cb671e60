package dev.fleetbooking.domain.history;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/** What can happen to a booking, a window or a car. */
public enum EventType {
    BOOKING_MADE,
    BOOKING_HELD,
    BOOKING_CONFIRMED,
    BOOKING_EXPIRED,
    BOOKING_CANCELLED,
    BOOKING_RESCHEDULED,
    BOOKING_DISPLACED,
    BOOKING_CORRECTED,
    CAR_HANDED_OVER,
    CAR_RETURNED,
    BOOKING_NO_SHOW,
    MAINTENANCE_PLANNED,
    MAINTENANCE_MOVED,
    MAINTENANCE_STARTED,
    MAINTENANCE_COMPLETED,
    MAINTENANCE_CANCELLED,
    CAR_ADDED,
    CAR_CHANGED;

    /** The name in the API, for example {@code BookingMade}. */
    public String label() {
        return Stream.of(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(joining());
    }
}
