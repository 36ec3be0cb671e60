package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.PeriodLimits;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.pricing.DayCount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What dealers agree to when they rent out a car.
 *
 * @param minimum  the shortest booking, in elapsed time
 * @param maximum  the longest booking, in elapsed time
 * @param horizon  how far ahead a booking may end, in months of the UTC calendar
 * @param dayGrace by how much a day may be exceeded before the next one is charged; rental companies' custom is 29 minutes
 */
public record BookingPolicy(Duration minimum, Duration maximum, java.time.Period horizon, Duration dayGrace) {

    /** How long ago a booking may have started when it is made: the customer stands at the counter. */
    public static final Duration START_TOLERANCE = Duration.ofMinutes(5);

    /** The policy unless configured otherwise. */
    public static final BookingPolicy DEFAULT = new BookingPolicy(
            Duration.ofHours(1), Duration.ofHours(2160), java.time.Period.ofMonths(18), Duration.ofMinutes(29));

    /**
     * Checks the bounds of a booking made now and notes each broken rule under its field. The period is usable after
     * {@link Violations#refuseIfAny()}.
     */
    public Period check(
            Violations violations, String startField, Instant start, String endField, Instant end, Instant now) {
        if (end.isAfter(latestEnd(now))) {
            violations.add(endField, "must not be after %s, %d months ahead".formatted(latestEnd(now), horizon.toTotalMonths()));
        }
        return new PeriodLimits(minimum, maximum, START_TOLERANCE)
                .check(violations, startField, start, endField, end, now);
    }

    /** Whether a booking from start to end could be made now, if the car is available. */
    public boolean allows(Instant start, Instant end, Instant now) {
        var violations = new Violations();
        check(violations, "start", start, "end", end, now);
        return violations.found().isEmpty();
    }

    /** The latest instant at which a booking made now may end. */
    public Instant latestEnd(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plus(horizon).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * The earliest instant, not before the wanted one nor in the past, at which a booking made now and as long as wanted
     * fits. A wanted start that has just passed is kept if it still can be booked.
     *
     * @param calendar all that blocks the car from the wanted start on
     */
    public Optional<Instant> earliestStart(
            CarCalendar calendar, Turnaround turnaround, Instant wanted, Duration length, Instant now) {
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
