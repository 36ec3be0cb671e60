package dev.fleetbooking.domain.calendar;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The occupancies of one car and what follows from them. Answers hold for the time that the given occupancies cover.
 *
 * @param occupancies none overlaps another; kept by start
 */
public record CarCalendar(List<Occupancy> occupancies) {

    public CarCalendar {
        occupancies = occupancies.stream().sorted(comparing(occupancy -> occupancy.use().start())).toList();
    }

    /** The entries that meet the period, by start. */
    public List<CalendarEntry> busy(Period period) {
        return entries().filter(entry -> entry.period().overlaps(period)).toList();
    }

    /** The occupancies that a new use of the period, with its turnaround after it, would overlap. */
    public List<Occupancy> inTheWayOf(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround);
        return occupancies.stream().filter(occupancy -> occupancy.blocked().overlaps(blocked)).toList();
    }

    /**
     * Why the calendar does not have the period free: each occupancy in the way gives one reason, its own kind if the
     * period meets its use, else {@link UnavailabilityReason#TURNAROUND}.
     */
    public Set<UnavailabilityReason> reasons(Period period, Turnaround turnaround) {
        var reasons = EnumSet.noneOf(UnavailabilityReason.class);
        inTheWayOf(period, turnaround).forEach(occupancy -> reasons.add(reason(occupancy, period)));
        return reasons;
    }

    /** The time from one instant to a later one that no occupancy blocks, by start. */
    public List<Gap> free(Instant from, Instant to) {
        var gaps = new ArrayList<Gap>();
        var cursor = from;
        for (var occupancy : occupancies) {
            var blocked = occupancy.blocked();
            if (blocked.start().isAfter(cursor)) {
                gaps.add(new Gap(cursor, earlier(blocked.start(), to)));
            }
            cursor = later(cursor, blocked.end());
            if (!cursor.isBefore(to)) {
                return gaps;
            }
        }
        gaps.add(new Gap(cursor, to));
        return gaps;
    }

    /** The earliest instant from which the car is free for the given time, in the time from one instant to another. */
    public Optional<Instant> earliestStart(Duration length, Instant from, Instant to) {
        return free(from, to).stream().filter(gap -> gap.fits(length)).map(Gap::from).findFirst();
    }

    /** Of each free gap that is long enough the period nearest to the wanted one and exactly as long, nearest first. */
    public List<Period> nearest(Period wanted, Instant from, Instant to) {
        return free(from, to).stream()
                .filter(gap -> gap.fits(wanted.length()))
                .map(gap -> gap.nearest(wanted))
                .sorted(comparing((Period found) -> Duration.between(wanted.start(), found.start()).abs())
                        .thenComparing(Period::start))
                .toList();
    }

    private Stream<CalendarEntry> entries() {
        return occupancies.stream().flatMap(occupancy -> occupancy.entries().stream());
    }

    private static UnavailabilityReason reason(Occupancy occupancy, Period period) {
        if (!occupancy.use().overlaps(period)) {
            return UnavailabilityReason.TURNAROUND;
        }
        return switch (occupancy.kind()) {
            case BOOKING -> UnavailabilityReason.BOOKED;
            case HOLD -> UnavailabilityReason.HELD;
            case MAINTENANCE -> UnavailabilityReason.MAINTENANCE;
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Free time; unlike a {@link Period} it begins and ends where the question did, whole minute or not. */
    public record Gap(Instant from, Instant to) {

        boolean fits(Duration length) {
            return !from.plus(length).isAfter(to);
        }

        Period nearest(Period wanted) {
            var start = later(from, earlier(wanted.start(), to.minus(wanted.length())));
            return new Period(start, start.plus(wanted.length()));
        }
    }
}
