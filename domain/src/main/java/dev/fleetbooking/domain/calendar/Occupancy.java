package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The fact that a car is blocked for a period, and why. Overlap rules use nothing else.
 *
 * @param kind         why the car is blocked
 * @param ownerId      the booking or maintenance window that blocks it; each has at most one occupancy
 * @param use          when the owner has the car
 * @param blockedUntil when the car is available again: the end of the use, or later by the turnaround
 * @param lapsesAt     from when on it no longer blocks the car, whether or not it is still stored; only of holds
 * @param inUse        whether the owner has the car now, and blocks it until it is given back
 */
public record Occupancy(
        Kind kind, UUID ownerId, Period use, Instant blockedUntil, Optional<Instant> lapsesAt, boolean inUse) {

    /** Why a car is blocked. */
    public enum Kind {
        BOOKING,
        HOLD,
        MAINTENANCE
    }

    /**
     * @throws InvalidValueException if the car were available again before the use ends, or not at a whole minute, or if a
     *                               hold has no instant of lapse, or anything else has one
     */
    public Occupancy {
        require(!blockedUntil.isBefore(use.end()), "must block the car until the use ends");
        require(Period.isWholeMinute(blockedUntil), "must block the car for whole minutes");
        require(lapsesAt.isPresent() == (kind == Kind.HOLD), "must lapse if and only if it is a hold");
    }

    /** The whole time for which the car is blocked. */
    public Period blocked() {
        return new Period(use.start(), blockedUntil);
    }

    /** Whether it is a lapsed hold. */
    public boolean hasLapsed(Instant now) {
        return lapsesAt.filter(instant -> !now.isBefore(instant)).isPresent();
    }

    /** Whether the car should be back but is not. */
    public boolean isOverdue(Instant now) {
        return inUse && now.isAfter(use.end());
    }

    /** Whether the use is over by the end of this minute, as after a return; the turnaround may still continue. */
    public boolean isOver(Instant now) {
        return !inUse && !use.end().isAfter(Period.ceilingMinute(now));
    }

    /** The same after the car was given back. */
    Occupancy endingAt(Instant end, Instant newBlockedUntil) {
        return new Occupancy(kind, ownerId, new Period(use.start(), end), newBlockedUntil, lapsesAt, false);
    }

    /** Its entries in the car's calendar: the use and, if there is one, the turnaround. */
    public List<CalendarEntry> entries() {
        var used = new CalendarEntry(use, CalendarEntry.Kind.valueOf(kind.name()), this);
        return blockedUntil.equals(use.end())
                ? List.of(used)
                : List.of(used, new CalendarEntry(new Period(use.end(), blockedUntil), CalendarEntry.Kind.TURNAROUND, this));
    }
}
