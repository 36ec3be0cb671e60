package dev.fleetbooking.domain.calendar;

import dev.fleetbooking.domain.kit.time.Period;

/**
 * One line of a car's calendar.
 *
 * @param period    whole, never clipped to what was asked for
 * @param occupancy what it belongs to
 */
public record CalendarEntry(Period period, Kind kind, Occupancy occupancy) {

    /** The kinds of occupancy, and the turnaround as a line of its own. */
    public enum Kind {
        BOOKING,
        HOLD,
        MAINTENANCE,
        TURNAROUND
    }
}
