package dev.fleetbooking.domain.calendar;

import dev.fleetbooking.domain.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The fact that a car is blocked for a period, and why. It is the only thing that overlap rules look at.
 *
 * @param kind         why the car is blocked
 * @param ownerId      the booking or maintenance window that blocks it; each has at most one occupancy
 * @param use          when the owner has the car
 * @param blockedUntil when the car can be had again: the end of the use, or later by the turnaround
 */
public record Occupancy(Kind kind, UUID ownerId, Period use, Instant blockedUntil) {

    /** Why a car is blocked. */
    public enum Kind {
        BOOKING,
        HOLD,
        MAINTENANCE
    }

    /** @throws InvalidValueException if the car could be had again before the use ends, or not at a whole minute */
    public Occupancy {
        if (!Period.isWholeMinute(blockedUntil)) {
            throw new InvalidValueException("must block the car for whole minutes");
        }
        if (blockedUntil.isBefore(use.end())) {
            throw new InvalidValueException("must block the car until the use ends");
        }
    }

    /** The occupancy of somebody who has the car for the period, with the turnaround after it. */
    public static Occupancy of(Kind kind, UUID ownerId, Period use, Turnaround turnaround) {
        return new Occupancy(kind, ownerId, use, use.extendedBy(turnaround).end());
    }

    /** The whole time for which nobody else can have the car. */
    public Period blocked() {
        return new Period(use.start(), blockedUntil);
    }

    /** The entries it makes in the car's calendar: the use and, unless there is none, the turnaround. */
    public List<CalendarEntry> entries() {
        var entries = new ArrayList<CalendarEntry>(2);
        entries.add(new CalendarEntry(use, CalendarEntry.Kind.valueOf(kind.name()), this));
        if (blockedUntil.isAfter(use.end())) {
            entries.add(new CalendarEntry(new Period(use.end(), blockedUntil), CalendarEntry.Kind.TURNAROUND, this));
        }
        return entries;
    }
}
