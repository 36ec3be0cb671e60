package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.kit.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleetbooking.domain.kit.Property.Generator;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A calendar of two hours, sometimes with an overdue use, compared with a check of each of its minutes. */
class CarCalendarPropertyTest {

    private static final int LAST = 120;
    private static final int LATENESS_HORIZON = 30;

    private record Item(int gapBefore, int length, int turnaround, Occupancy.Kind kind, int heldFor) {
    }

    private static final Generator<List<Item>> ITEMS = choices -> choices.listOf(0, 6, some -> new Item(
            some.between(0, 20), some.between(1, 15), some.of(0, 0, 5, 10), some.of(Occupancy.Kind.values()),
            some.between(0, LAST)));

    /** Half of them in whole minutes. */
    private static final Generator<Instant> TIMES =
            choices -> minute(choices.between(0, LAST)).plusMillis(choices.of(0, 0, 1, 59_999));

    /** Sometimes with one started booking or window in use. */
    private static final Generator<CarCalendar> CALENDARS = choices -> {
        var occupancies = occupancies(ITEMS.from(choices));
        var now = TIMES.from(choices);
        var number = choices.between(0, 6);
        if (number < occupancies.size()) {
            occupancies.set(number, inUseIfBegun(occupancies.get(number), now));
        }
        return calendar(occupancies, now);
    };

    private static final Generator<CarCalendar> CALENDARS_IN_USE = choices -> {
        var calendar = CALENDARS.from(choices);
        assumeTrue(calendar.occupancies().stream().anyMatch(Occupancy::inUse));
        return calendar;
    };

    private static final Generator<Period> WINDOWS = choices -> {
        var start = choices.between(0, 90);
        return new Period(minute(start), minute(start + choices.between(1, 30)));
    };

    private static final Generator<Turnaround> TURNAROUNDS = choices -> new Turnaround(choices.between(0, 20));

    @Test
    void busyAndFreePeriodsPartitionTheWindow() {
        forAll(1000, CALENDARS, WINDOWS, (calendar, window) -> {
            var busy = calendar.busy(window);
            var free = calendar.free(window.start(), window.end());
            for (var minute = window.start(); minute.isBefore(window.end()); minute = minute.plusSeconds(60)) {
                var at = new Period(minute, minute.plusSeconds(60));
                var entries = busy.stream().filter(entry -> entry.period().overlaps(at)).count();
                var gaps = free.stream().filter(gap -> new Period(gap.from(), gap.to()).overlaps(at)).count();
                assertThat(entries + gaps).as("%s", at).isEqualTo(1);
            }
            assertThat(free).isSortedAccordingTo(Comparator.comparing(CarCalendar.Gap::from));
            assertThat(free).allMatch(gap -> !gap.from().isBefore(window.start()) && !gap.to().isAfter(window.end()));
            assertThat(busy).allMatch(entry -> entry.period().overlaps(window));
            assertThat(busy).isSortedAccordingTo(Comparator.comparing(entry -> entry.period().start()));
        });
    }

    @Test
    void theEarliestStartIsTheFirstMinuteFromWhichTheCarIsFree() {
        forAll(1000, CALENDARS, WINDOWS, WINDOWS, (calendar, wanted, window) -> {
            assertThat(calendar.earliestStart(wanted.length(), window.start(), window.end()))
                    .isEqualTo(freeStarts(calendar, wanted.length(), window).stream().findFirst());
        });
    }

    @Test
    void theNearestPeriodsAreFreeAsLongAsWantedAndSorted() {
        forAll(1000, CALENDARS, WINDOWS, WINDOWS, (calendar, wanted, window) -> {
            var nearest = calendar.nearest(wanted, window.start(), window.end());
            var starts = freeStarts(calendar, wanted.length(), window);
            var byDistance = Comparator.comparing((Instant start) -> Duration.between(wanted.start(), start).abs())
                    .thenComparing(Comparator.naturalOrder());

            assertThat(nearest).allMatch(period -> period.length().equals(wanted.length()));
            assertThat(nearest).extracting(Period::start).isSubsetOf(starts).isSortedAccordingTo(byDistance);
            assertThat(nearest.stream().map(Period::start).findFirst()).isEqualTo(starts.stream().min(byDistance));
        });
    }

    @Test
    void aPeriodHasReasonsIfAndOnlyIfItConflicts() {
        forAll(1000, CALENDARS, WINDOWS, TURNAROUNDS, (calendar, period, turnaround) -> {
            var overlapping = calendar.overlapping(period, turnaround);
            var extended = period.extendedBy(turnaround.duration());
            assertThat(calendar.reasons(period, turnaround).isEmpty()).isEqualTo(overlapping.isEmpty());
            assertThat(calendar.conflicts(period, turnaround).stream().map(CalendarEntry::occupancy).distinct())
                    .isEqualTo(overlapping);
            assertThat(overlapping).containsAll(calendar.busy(extended).stream().map(CalendarEntry::occupancy).toList());
            assertThat(isFree(calendar, extended)).isEqualTo(overlapping.isEmpty());
        });
    }

    @Test
    void beyondWhatIsAgreedOnlyLatenessMakesPeriodsUnavailable() {
        forAll(1000, CALENDARS, WINDOWS, TURNAROUNDS, (calendar, period, turnaround) -> {
            var punctual = new CarCalendar(calendar.occupancies(), Instant.EPOCH, Instant.EPOCH);
            var reasons = EnumSet.noneOf(UnavailabilityReason.class);
            reasons.addAll(punctual.reasons(period, turnaround));
            if (lateness(calendar).anyMatch(late -> late.overlaps(period))) {
                reasons.add(UnavailabilityReason.OVERDUE);
            }
            assertThat(calendar.reasons(period, turnaround)).isEqualTo(reasons);
        });
    }

    @Test
    void theCarIsFreeUntilTheFirstMinuteThatIsNot() {
        forAll(1000, CALENDARS, WINDOWS, (calendar, window) -> {
            var free = Stream.iterate(window.start(), minute -> minute.isBefore(window.end()), minute -> minute.plusSeconds(60))
                    .takeWhile(minute -> isFree(calendar, new Period(minute, minute.plusSeconds(60))))
                    .count();
            assertThat(calendar.freeUntil(window.start(), window.end())).isEqualTo(
                    Optional.of(window.start().plus(free, ChronoUnit.MINUTES)).filter(window.start()::isBefore));
        });
    }

    @Test
    void onlyLapsedHoldsDoNotBlock() {
        forAll(1000, ITEMS, TIMES, (items, now) -> {
            var all = occupancies(items);
            assertThat(calendar(all, now).occupancies()).containsExactlyInAnyOrderElementsOf(
                    all.stream().filter(found -> found.lapsesAt().filter(lapse -> !now.isBefore(lapse)).isEmpty()).toList());
        });
    }

    @Test
    void afterAReturnTheCarWasBlockedUntilNowAndTheTurnaroundConflictsWithNothing() {
        forAll(1000, CALENDARS_IN_USE, TURNAROUNDS, (calendar, turnaround) -> {
            var mine = calendar.occupancies().stream().filter(Occupancy::inUse).findFirst().orElseThrow();
            var others = calendar.without(mine.ownerId());
            var left = calendar.givenBack(mine.ownerId(), turnaround);

            assertThat(left.isEmpty()).isEqualTo(calendar.now().equals(mine.use().start()));
            left.ifPresent(kept -> {
                var wanted = Period.ceilingMinute(calendar.now()).plus(turnaround.duration());
                var next = others.occupancies().stream()
                        .map(other -> other.use().start())
                        .filter(start -> start.isAfter(mine.use().start()))
                        .findFirst();
                assertThat(kept.use().start()).isEqualTo(mine.use().start());
                assertThat(kept.blockedUntil()).isEqualTo(next.filter(wanted::isAfter).orElse(wanted));
                assertThat(kept.use().end()).isEqualTo(
                        next.filter(calendar.now()::isAfter).orElse(Period.ceilingMinute(calendar.now())));
                assertThat(kept.inUse()).isFalse();
                assertThat(others.occupancies()).noneMatch(other -> other.blocked().overlaps(kept.blocked()));
            });
        });
    }

    /** One occupancy after the other; each as far from the one before as the item says. */
    private static List<Occupancy> occupancies(List<Item> items) {
        var occupancies = new ArrayList<Occupancy>();
        var free = 0;
        for (var item : items) {
            var start = free + item.gapBefore();
            var use = new Period(minute(start), minute(start + item.length()));
            var lapsesAt = Optional.of(minute(item.heldFor())).filter(lapse -> item.kind() == Occupancy.Kind.HOLD);
            occupancies.addFirst(new Occupancy(
                    item.kind(), new UUID(0, start), use, use.end().plus(item.turnaround(), ChronoUnit.MINUTES), lapsesAt, false));
            free = start + item.length() + item.turnaround();
        }
        return occupancies;
    }

    private static Occupancy inUseIfBegun(Occupancy occupancy, Instant now) {
        return occupancy.kind() == Occupancy.Kind.HOLD || now.isBefore(occupancy.use().start()) ? occupancy : inUse(occupancy);
    }

    private static CarCalendar calendar(List<Occupancy> occupancies, Instant now) {
        return new CarCalendar(occupancies, now, Period.ceilingMinute(now.plus(LATENESS_HORIZON, ChronoUnit.MINUTES)));
    }

    private static List<Instant> freeStarts(CarCalendar calendar, Duration length, Period window) {
        return IntStream.rangeClosed(0, LAST)
                .mapToObj(CarCalendarPropertyTest::minute)
                .filter(start -> !start.isBefore(window.start()) && !start.plus(length).isAfter(window.end()))
                .filter(start -> isFree(calendar, new Period(start, start.plus(length))))
                .toList();
    }

    private static boolean isFree(CarCalendar calendar, Period period) {
        return Stream.concat(calendar.occupancies().stream().map(Occupancy::blocked), lateness(calendar))
                .noneMatch(blocked -> blocked.overlaps(period));
    }

    /** From the end of each use that should be over until the horizon. */
    private static Stream<Period> lateness(CarCalendar calendar) {
        return calendar.occupancies().stream()
                .filter(occupancy -> occupancy.inUse() && occupancy.use().end().isBefore(calendar.now()))
                .map(occupancy -> new Period(occupancy.use().end(), calendar.lateUntil()));
    }

    private static Instant minute(int number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MINUTES);
    }
}
