package dev.fleetbooking.domain.calendar;

import static java.util.Comparator.comparing;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The occupancies of one car and what follows from them now. Answers hold for the time that the given occupancies cover.
 *
 * @param occupancies none overlaps another; kept by start, and lapsed holds left out
 * @param lateUntil   until when what is overdue now counts as lasting; a whole minute
 */
public record CarCalendar(List<Occupancy> occupancies, Instant now, Instant lateUntil) {

    public CarCalendar {
        occupancies = occupancies.stream()
                .filter(occupancy -> !occupancy.hasLapsed(now))
                .sorted(comparing(occupancy -> occupancy.use().start()))
                .toList();
    }

    /** The same calendar as it looks to this owner, which is not in its own way. */
    public CarCalendar without(UUID ownerId) {
        return new CarCalendar(
                occupancies.stream().filter(occupancy -> !occupancy.ownerId().equals(ownerId)).toList(), now, lateUntil);
    }

    /** The entries that meet the period, by start. */
    public List<CalendarEntry> busy(Period period) {
        return entries(occupancies).filter(entry -> entry.period().overlaps(period)).toList();
    }

    /** The occupancies that a new use of the period, with its turnaround after it, would meet, lateness included. */
    public List<Occupancy> inTheWayOf(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        return occupancies.stream().filter(occupancy -> expected(occupancy).overlaps(blocked)).toList();
    }

    /** The entries of conflicting occupancies that meet the period; of one that conflicts by its lateness alone, the use. */
    public List<CalendarEntry> conflicts(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        return inTheWayOf(period, turnaround).stream()
                .flatMap(occupancy -> occupancy.blocked().overlaps(blocked)
                        ? entries(List.of(occupancy)).filter(entry -> entry.period().overlaps(blocked))
                        : occupancy.entries().stream().limit(1))
                .toList();
    }

    /**
     * Why the calendar does not have the period free: each conflicting occupancy gives one reason, its own kind if the
     * period meets its use, else {@link UnavailabilityReason#TURNAROUND}; its lateness is a reason of its own.
     */
    public Set<UnavailabilityReason> reasons(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        var reasons = EnumSet.noneOf(UnavailabilityReason.class);
        for (var occupancy : inTheWayOf(period, turnaround)) {
            if (occupancy.isOverdue(now) && period.end().isAfter(occupancy.use().end())) {
                reasons.add(UnavailabilityReason.OVERDUE);
            }
            if (occupancy.blocked().overlaps(blocked)) {
                reasons.add(reason(occupancy, period));
            }
        }
        return reasons;
    }

    /** The occupancy of this owner, if it has one. */
    public Optional<Occupancy> of(UUID ownerId) {
        return occupancies.stream().filter(occupancy -> occupancy.ownerId().equals(ownerId)).findFirst();
    }

    /**
     * What is left of an owner's occupancy when the car is given back now: it is cut at the next whole minute, or extended
     * to it, and the turnaround follows, at most up to the next occupancy. Nothing if the use had not begun by then.
     */
    public Optional<Occupancy> givenBack(UUID ownerId, Turnaround turnaround) {
        var mine = of(ownerId).orElseThrow();
        var next = occupancies.stream()
                .filter(other -> other.use().start().isAfter(mine.use().start()))
                .map(other -> other.use().start())
                .findFirst()
                .orElse(Instant.MAX);
        var end = earlier(Period.ceilingMinute(now), next);
        return end.isAfter(mine.use().start())
                ? Optional.of(mine.endingAt(end, earlier(end.plus(turnaround.duration()), next)))
                : Optional.empty();
    }

    /** Whether somebody has the car now. */
    public boolean isInUse() {
        return occupancies.stream().anyMatch(Occupancy::inUse);
    }

    /** The time from one instant to a later one that no occupancy blocks, by start. */
    public List<Gap> free(Instant from, Instant to) {
        return gaps(from, to, occupancies.stream().map(Occupancy::blocked).toList());
    }

    private List<Gap> expectedFree(Instant from, Instant to) {
        return gaps(from, to, occupancies.stream().map(this::expected).toList());
    }

    private static List<Gap> gaps(Instant from, Instant to, List<Period> taken) {
        var gaps = new ArrayList<Gap>();
        var cursor = from;
        for (var blocked : taken) {
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

    /** Until when nothing is expected to block the car, at most to another instant, if it is free from this one on. */
    public Optional<Instant> freeUntil(Instant from, Instant to) {
        return expectedFree(from, to).stream().filter(gap -> gap.from().equals(from)).map(Gap::to).findFirst();
    }

    /** The earliest instant from which the car is free for the given time, in the time from one instant to another. */
    public Optional<Instant> earliestStart(Duration length, Instant from, Instant to) {
        return expectedFree(from, to).stream().filter(gap -> gap.fits(length)).map(Gap::from).findFirst();
    }

    /** Of each free gap that is long enough the period nearest to the wanted one and exactly as long, nearest first. */
    public List<Period> nearest(Period wanted, Instant from, Instant to) {
        return expectedFree(from, to).stream()
                .filter(gap -> gap.fits(wanted.length()))
                .map(gap -> gap.nearest(wanted))
                .sorted(comparing((Period found) -> Duration.between(wanted.start(), found.start()).abs())
                        .thenComparing(Period::start))
                .toList();
    }

    private static Stream<CalendarEntry> entries(List<Occupancy> occupancies) {
        return occupancies.stream().flatMap(occupancy -> occupancy.entries().stream());
    }

    /** What is overdue is expected to last until the horizon; everything else as it stands. */
    private Period expected(Occupancy occupancy) {
        return occupancy.isOverdue(now)
                ? new Period(occupancy.use().start(), later(occupancy.blockedUntil(), lateUntil))
                : occupancy.blocked();
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
