package dev.fleetbooking.domain.calendar;

import dev.fleetbooking.domain.kit.time.Period;

/**
 * One line of a car's calendar.
 *
 * @param period    the whole period, even outside the requested one
 * @param occupancy the occupancy that it belongs to
 */
public record CalendarEntry(Period period, Kind kind, Occupancy occupancy) {

    /** The kinds of occupancy, and the turnaround as a separate entry. */
    public enum Kind {
        BOOKING,
        HOLD,
        MAINTENANCE,
        TURNAROUND
    }
}
