package dev.fleetbooking.domain.calendar;

import static java.util.Comparator.comparing;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
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
 * @param occupancies without overlaps; kept by start, without lapsed holds
 * @param lateUntil   until when overdue occupancies count as lasting; a whole minute
 */
public record CarCalendar(List<Occupancy> occupancies, Instant now, Instant lateUntil) {

    public CarCalendar {
        occupancies = occupancies.stream()
                .filter(occupancy -> !occupancy.hasLapsed(now))
                .sorted(comparing(occupancy -> occupancy.use().start()))
                .toList();
    }

    /** The same calendar without the occupancies of this owner, which does not conflict with itself. */
    public CarCalendar without(UUID ownerId) {
        return new CarCalendar(
                occupancies.stream().filter(occupancy -> !occupancy.ownerId().equals(ownerId)).toList(), now, lateUntil);
    }

    /**
     * What else blocks the car for an owner that is now given it.
     *
     * @throws RefusedException with {@link FleetRefusal.CarNotReturned} if another owner has it
     */
    public CarCalendar whenGivenTo(UUID ownerId) {
        var others = without(ownerId);
        if (others.occupancies.stream().anyMatch(Occupancy::inUse)) {
            throw new FleetRefusal.CarNotReturned().asException();
        }
        return others;
    }

    /** The entries that overlap the period, by start. */
    public List<CalendarEntry> busy(Period period) {
        return entries(occupancies).filter(entry -> entry.period().overlaps(period)).toList();
    }

    /** The occupancies with which a new use of the period, followed by its turnaround, would conflict, including lateness. */
    public List<Occupancy> overlapping(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        return occupancies.stream().filter(occupancy -> expected(occupancy).overlaps(blocked)).toList();
    }

    /** The entries of conflicting occupancies that overlap the period; for a conflict by lateness alone, the use. */
    public List<CalendarEntry> conflicts(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        return overlapping(period, turnaround).stream()
                .flatMap(occupancy -> occupancy.blocked().overlaps(blocked)
                        ? entries(List.of(occupancy)).filter(entry -> entry.period().overlaps(blocked))
                        : occupancy.entries().stream().limit(1))
                .toList();
    }

    /**
     * Why the car is not free in the period: each conflicting occupancy gives one reason, its own kind if the period overlaps
     * its use, else {@link UnavailabilityReason#TURNAROUND}; its lateness is an additional reason.
     */
    public Set<UnavailabilityReason> reasons(Period period, Turnaround turnaround) {
        var blocked = period.extendedBy(turnaround.duration());
        var reasons = EnumSet.noneOf(UnavailabilityReason.class);
        for (var occupancy : overlapping(period, turnaround)) {
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

    /** From when on an owner has the car: since it was given out, perhaps early, or else as agreed; also if it has ended. */
    public Instant useStart(UUID ownerId, Instant agreed) {
        return of(ownerId).filter(Occupancy::inUse).map(mine -> mine.use().start()).orElse(agreed);
    }

    /**
     * An owner's occupancy after the car is given back now: it is shortened or extended to the next whole minute, and the
     * turnaround follows, at most up to the next occupancy. Empty if the use had not begun by then.
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

    /** Until when the car is expected to be free, at most until another instant; empty if it is not free at the first one. */
    public Optional<Instant> freeUntil(Instant from, Instant to) {
        return expectedFree(from, to).stream().filter(gap -> gap.from().equals(from)).map(Gap::to).findFirst();
    }

    /** The earliest instant within a window from which the car is free for the given time. */
    public Optional<Instant> earliestStart(Duration length, Instant from, Instant to) {
        return expectedFree(from, to).stream().filter(gap -> gap.fits(length)).map(Gap::from).findFirst();
    }

    /** For each free gap that is long enough, the period of the wanted length nearest to the wanted one; nearest first. */
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

    /** Overdue occupancies are expected to last until the horizon, all others as stored. */
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

    /** Free time; unlike those of a {@link Period} its bounds need not be whole minutes, because those of a query need not. */
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
