package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.LATE_UNTIL;
import static dev.fleetbooking.domain.Fixtures.calendar;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The horizon is the next day at 08:00. */
class CarCalendarLatenessTest {

    /** It should have been returned an hour ago. */
    private static final Occupancy LATE = inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:00"), 0));
    private static final Occupancy MAINTENANCE = occupancy(Occupancy.Kind.MAINTENANCE, period("16:00", "18:00"), 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CarCalendar late = calendar(LATE, MAINTENANCE);

    @Test
    void anOverdueOccupancyConflictsWithPeriodsThatStartBeforeTheHorizon() {
        var last = new Period(LATE_UNTIL.minus(MINUTE), LATE_UNTIL.plus(MINUTE));
        assertThat(late.overlapping(last, Turnaround.NONE)).containsExactly(LATE);
        assertThat(late.reasons(last, Turnaround.NONE)).containsExactly(UnavailabilityReason.OVERDUE);
    }

    @Test
    void anOverdueOccupancyDoesNotConflictWithLaterPeriods() {
        var first = new Period(LATE_UNTIL, LATE_UNTIL.plus(MINUTE));
        assertThat(late.overlapping(first, Turnaround.NONE)).isEmpty();
        assertThat(late.reasons(first, Turnaround.NONE)).isEmpty();
    }

    @Test
    void anOccupancyInUseThatHasNotEndedIsNotLate() {
        var punctual = calendar(inUse(occupancy(Occupancy.Kind.BOOKING, new Period(at("05:00"), NOW), 0)));
        assertThat(punctual.reasons(period("10:00", "12:00"), Turnaround.NONE)).isEmpty();
    }

    @Test
    void theTurnaroundOfAnOverdueOccupancyMayConflictForLonger() {
        var dirty = inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:59"), 1440));
        var calendar = new CarCalendar(List.of(dirty), NOW, at("09:00"));
        assertThat(calendar.earliestStart(MINUTE, NOW, LATE_UNTIL)).hasValue(LATE_UNTIL.minus(MINUTE));
    }

    @Test
    void latenessIsAReasonBesideTheOthers() {
        assertThat(late.reasons(period("06:00", "10:00"), Turnaround.NONE))
                .containsExactly(UnavailabilityReason.OVERDUE, UnavailabilityReason.BOOKED);
        assertThat(late.reasons(period("15:00", "17:00"), Turnaround.NONE))
                .containsExactly(UnavailabilityReason.OVERDUE, UnavailabilityReason.MAINTENANCE);
    }

    @Test
    void latenessIsNoReasonForPeriodsThatEndBeforeIt() {
        assertThat(late.reasons(period("06:00", "07:00"), Turnaround.NONE))
                .containsExactly(UnavailabilityReason.BOOKED);
        assertThat(late.reasons(period("03:00", "04:30"), new Turnaround(60)))
                .containsExactly(UnavailabilityReason.TURNAROUND);
    }

    @Test
    void anOccupancyThatConflictsByLatenessAloneIsShownByItsUse() {
        assertThat(late.conflicts(period("10:00", "12:00"), Turnaround.NONE)).containsExactly(LATE.entries().getFirst());
    }

    @Test
    void busyAndFreeShowOnlyWhatIsAgreed() {
        assertThat(late.busy(period("08:00", "16:00"))).isEmpty();
        assertThat(late.free(at("08:00"), at("16:00"))).containsExactly(new CarCalendar.Gap(at("08:00"), at("16:00")));
    }

    @Test
    void nothingIsSuggestedBeforeTheHorizon() {
        assertThat(late.earliestStart(Duration.ofHours(1), NOW, LATE_UNTIL.plus(Duration.ofDays(1)))).hasValue(LATE_UNTIL);
        assertThat(late.nearest(period("10:00", "11:00"), NOW, LATE_UNTIL.plus(Duration.ofDays(1))))
                .containsExactly(new Period(LATE_UNTIL, LATE_UNTIL.plus(Duration.ofHours(1))));
    }
}
