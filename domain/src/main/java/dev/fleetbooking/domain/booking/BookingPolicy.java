package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.PeriodLimits;
import dev.fleetbooking.domain.pricing.DayCount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which cars are rented out.
 *
 * @param minimum         the shortest booking, in elapsed time
 * @param maximum         the longest booking, in elapsed time
 * @param horizon         how far ahead a booking may end, in the UTC calendar
 * @param dayGrace        by how much a day may be exceeded before the next one is charged; rental companies' custom is 29
 *                        minutes
 * @param holdDuration    for how long an unconfirmed booking blocks its car
 * @param latenessHorizon for how long from now on an overdue car counts as not returned
 */
public record BookingPolicy(
        Duration minimum, Duration maximum, java.time.Period horizon, Duration dayGrace, Duration holdDuration,
        Duration latenessHorizon) {

    /** How long ago a booking may have started when it is made: entering it takes time. */
    public static final Duration START_TOLERANCE = Duration.ofMinutes(5);

    /** How long before its start a booking's car may be handed over. */
    public static final Duration HAND_OVER_LEAD = Duration.ofMinutes(60);

    /** How long after its start a booking can be recorded as a no-show. */
    public static final Duration NO_SHOW_GRACE = Duration.ofMinutes(30);

    /** The policy unless configured otherwise. */
    public static final BookingPolicy DEFAULT = new BookingPolicy(
            Duration.ofHours(1), Duration.ofHours(2160), java.time.Period.ofMonths(18), Duration.ofMinutes(29),
            Duration.ofMinutes(15), Duration.ofHours(24));

    /** @throws InvalidValueException if no booking could ever keep to the policy */
    public BookingPolicy {
        require(minimum.isPositive(), "must have a minimum above zero");
        require(maximum.compareTo(minimum) >= 0, "must not have a maximum below the minimum");
        require(!horizon.isZero() && !horizon.isNegative(), "must have a horizon above zero");
        require(!dayGrace.isNegative(), "must not have a day grace below zero");
        require(holdDuration.isPositive(), "must have a hold duration above zero");
        require(latenessHorizon.isPositive(), "must have a lateness horizon above zero");
    }

    /** What the period of a booking made or changed now may be. */
    public PeriodLimits limits(Instant now) {
        return new PeriodLimits(minimum, maximum, START_TOLERANCE, latestEnd(now));
    }

    /**
     * The latest end to which a booking that keeps its start could be extended, if any: up to the next occupancy minus the
     * turnaround, within the limits.
     *
     * @param others what blocks the car besides this booking
     */
    public Optional<Instant> latestPossibleEnd(Booking booking, CarCalendar others, Instant now) {
        var start = booking.period().start();
        var byLength = start.plus(maximum);
        var latest = byLength.isBefore(latestEnd(now)) ? byLength : latestEnd(now);
        var turnaround = booking.turnaround().duration();
        return others.freeUntil(start, latest.plus(turnaround))
                .map(until -> until.minus(turnaround))
                .filter(end -> !end.isBefore(start.plus(minimum)) && end.isAfter(now));
    }

    /** Whether a booking from start to end could be made now, if the car is available. */
    public boolean allows(Instant start, Instant end, Instant now) {
        var violations = new Violations();
        limits(now).check(violations, "start", start, "end", end, now);
        return violations.found().isEmpty();
    }

    /** Until when a car that is overdue now counts as not returned: the first whole minute at which a booking may start. */
    public Instant lateUntil(Instant now) {
        return Period.ceilingMinute(now.plus(latenessHorizon));
    }

    /** The calendar of a car now, given what blocks it. */
    public CarCalendar calendar(List<Occupancy> occupancies, Instant now) {
        return new CarCalendar(occupancies, now, lateUntil(now));
    }

    /** The latest instant at which a booking made now may end. */
    public Instant latestEnd(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plus(horizon).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * The earliest instant, neither before the wanted one nor in the past, at which a booking of the wanted length could
     * start. A wanted start that has just passed is kept if it can still be booked. None if the car is not in service.
     *
     * @param calendar all that blocks the car from the wanted start on
     */
    public Optional<Instant> earliestStart(
            Car car, CarCalendar calendar, Turnaround turnaround, Instant wanted, Duration length, Instant now) {
        if (car.status() != CarStatus.IN_SERVICE) {
            return Optional.empty();
        }
        var needed = length.plus(turnaround.duration());
        var latest = latestEnd(now).plus(turnaround.duration());
        if (wanted.isBefore(now) && !wanted.isBefore(now.minus(START_TOLERANCE))) {
            var asWanted = calendar.earliestStart(needed, wanted, latest).filter(wanted::equals);
            if (asWanted.isPresent()) {
                return asWanted;
            }
        }
        return calendar.earliestStart(needed, wanted.isBefore(now) ? Period.ceilingMinute(now) : wanted, latest);
    }

    /** The days that the period costs a customer of a dealer in the zone. */
    public int days(Period period, ZoneId zone) {
        return DayCount.of(period, zone, dayGrace);
    }
}
