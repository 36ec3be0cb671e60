package dev.fleetbooking.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The calendar of two hours, compared with what a look at each of its minutes says. */
class CarCalendarPropertyTest {

    private static final int LAST = 120;

    private record Item(int gapBefore, int length, int turnaround, Occupancy.Kind kind) {
    }

    @Property
    void whatIsBusyAndWhatIsFreePartitionTheWindow(
            @ForAll("calendars") CarCalendar calendar, @ForAll("windows") Period window) {
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
    }

    @Property
    void theEarliestStartIsTheFirstMinuteFromWhichTheCarIsFree(
            @ForAll("calendars") CarCalendar calendar, @ForAll("windows") Period wanted, @ForAll("windows") Period window) {
        assertThat(calendar.earliestStart(wanted.length(), window.start(), window.end()))
                .isEqualTo(freeStarts(calendar, wanted.length(), window).stream().findFirst());
    }

    @Property
    void theNearestPeriodsAreFreeAsLongAsWantedAndSorted(
            @ForAll("calendars") CarCalendar calendar, @ForAll("windows") Period wanted, @ForAll("windows") Period window) {
        var nearest = calendar.nearest(wanted, window.start(), window.end());
        var starts = freeStarts(calendar, wanted.length(), window);
        var byDistance = Comparator.comparing((Instant start) -> Duration.between(wanted.start(), start).abs())
                .thenComparing(Comparator.naturalOrder());

        assertThat(nearest).allMatch(period -> period.length().equals(wanted.length()));
        assertThat(nearest).extracting(Period::start).isSubsetOf(starts).isSortedAccordingTo(byDistance);
        assertThat(nearest.stream().map(Period::start).findFirst()).isEqualTo(starts.stream().min(byDistance));
    }

    @Property
    void aPeriodHasReasonsIfAndOnlyIfSomethingIsInItsWay(
            @ForAll("calendars") CarCalendar calendar,
            @ForAll("windows") Period period,
            @ForAll("turnarounds") Turnaround turnaround) {
        var inTheWay = calendar.inTheWayOf(period, turnaround);
        var extended = period.extendedBy(turnaround);
        assertThat(calendar.reasons(period, turnaround).isEmpty()).isEqualTo(inTheWay.isEmpty());
        assertThat(calendar.busy(extended).stream().map(CalendarEntry::occupancy).distinct()).isEqualTo(inTheWay);
        assertThat(isFree(calendar, extended)).isEqualTo(inTheWay.isEmpty());
    }

    @Provide
    Arbitrary<CarCalendar> calendars() {
        var item = Combinators.combine(
                        Arbitraries.integers().between(0, 20), Arbitraries.integers().between(1, 15),
                        Arbitraries.of(0, 0, 5, 10), Arbitraries.of(Occupancy.Kind.class))
                .as(Item::new);
        return item.list().ofMaxSize(6).map(CarCalendarPropertyTest::calendar).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Period> windows() {
        return Combinators.combine(Arbitraries.integers().between(0, 90), Arbitraries.integers().between(1, 30))
                .as((start, length) -> new Period(minute(start), minute(start + length)));
    }

    @Provide
    Arbitrary<Turnaround> turnarounds() {
        return Arbitraries.integers().between(0, 20).map(Turnaround::new);
    }

    /** One occupancy after the other; each as far from the one before as the item says. */
    private static CarCalendar calendar(List<Item> items) {
        var occupancies = new ArrayList<Occupancy>();
        var free = 0;
        for (var item : items) {
            var start = free + item.gapBefore();
            var use = new Period(minute(start), minute(start + item.length()));
            occupancies.addFirst(Occupancy.of(item.kind(), new UUID(0, start), use, new Turnaround(item.turnaround())));
            free = start + item.length() + item.turnaround();
        }
        return new CarCalendar(occupancies);
    }

    private static List<Instant> freeStarts(CarCalendar calendar, Duration length, Period window) {
        return IntStream.rangeClosed(0, LAST)
                .mapToObj(CarCalendarPropertyTest::minute)
                .filter(start -> !start.isBefore(window.start()) && !start.plus(length).isAfter(window.end()))
                .filter(start -> isFree(calendar, new Period(start, start.plus(length))))
                .toList();
    }

    private static boolean isFree(CarCalendar calendar, Period period) {
        return calendar.occupancies().stream().noneMatch(occupancy -> occupancy.blocked().overlaps(period));
    }

    private static Instant minute(int number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MINUTES);
    }
}
