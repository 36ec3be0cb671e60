package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.Fixtures.LATE_UNTIL;
import static dev.fleetbooking.domain.Fixtures.calendar;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples. What holds for every calendar is in {@link CarCalendarPropertyTest}. */
class CarCalendarTest {

    private static final Occupancy BOOKING = occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 60);
    private static final Occupancy HOLD = occupancy(Occupancy.Kind.HOLD, period("14:00", "15:00"), 30);
    private static final Occupancy MAINTENANCE = occupancy(Occupancy.Kind.MAINTENANCE, period("16:00", "18:00"), 0);

    /** It should have been returned an hour ago. */
    private static final Occupancy LATE = inUse(occupancy(Occupancy.Kind.BOOKING, period("05:00", "07:00"), 0));

    private final CarCalendar calendar = calendar(MAINTENANCE, BOOKING, HOLD);
    private final CarCalendar empty = calendar();

    @Test
    void occupanciesAreKeptByStart() {
        assertThat(calendar.occupancies()).containsExactly(BOOKING, HOLD, MAINTENANCE);
    }

    @Test
    void lapsedHoldsAreLeftOut() {
        var hold = new Occupancy(
                Occupancy.Kind.HOLD, uuid(1), period("10:00", "12:00"), at("12:00"), Optional.of(NOW), false);
        assertThat(calendar(hold).occupancies()).isEmpty();
        assertThat(new CarCalendar(List.of(hold), NOW.minusMillis(1), LATE_UNTIL).occupancies()).containsExactly(hold);
    }

    @Test
    void anOwnerDoesNotConflictWithItself() {
        assertThat(calendar.without(HOLD.ownerId())).isEqualTo(calendar(BOOKING, MAINTENANCE));
        assertThat(calendar.without(uuid(99))).isEqualTo(calendar);
    }

    @Test
    void theOccupancyOfAnOwnerIsFound() {
        assertThat(calendar.of(HOLD.ownerId())).hasValue(HOLD);
        assertThat(calendar.of(uuid(99))).isEmpty();
    }

    @Test
    void anOwnerUsesTheCarSinceItHasItOrElseFromTheAgreedStartOn() {
        assertThat(calendar(LATE, BOOKING).useStart(LATE.ownerId(), at("09:00"))).isEqualTo(LATE.use().start());
        assertThat(calendar.useStart(BOOKING.ownerId(), at("09:00"))).isEqualTo(at("09:00"));
        assertThat(calendar.useStart(uuid(99), at("09:00"))).isEqualTo(at("09:00"));
    }

    @Test
    void theCarIsGivenToAnOwnerUnlessAnotherOneHasIt() {
        assertThat(calendar.whenGivenTo(BOOKING.ownerId())).isEqualTo(calendar.without(BOOKING.ownerId()));
        assertThat(calendar(LATE).whenGivenTo(LATE.ownerId()).occupancies()).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> calendar(LATE, BOOKING).whenGivenTo(BOOKING.ownerId()))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FleetRefusal.CarNotReturned());
    }

    @Nested
    class Conflicts {

        @Test
        void areTheEntriesInTheWayWholeAndByStart() {
            assertThat(calendar.conflicts(period("11:00", "14:30"), Turnaround.NONE))
                    .extracting(CalendarEntry::period)
                    .containsExactly(BOOKING.use(), period("12:00", "13:00"), HOLD.use());
        }

        @Test
        void areWhatTheOwnTurnaroundMeetsToo() {
            assertThat(calendar.conflicts(period("13:00", "13:30"), new Turnaround(30))).isEmpty();
            assertThat(calendar.conflicts(period("13:00", "13:30"), new Turnaround(31)))
                    .containsExactly(HOLD.entries().getFirst());
        }
    }

    @Test
    void busyEntriesAreWholeAndNotClipped() {
        assertThat(calendar.busy(period("11:00", "11:30"))).extracting(CalendarEntry::period).containsExactly(BOOKING.use());
    }

    @Test
    void gapsAreClippedToTheQuestionWholeMinuteOrNot() {
        assertThat(calendar.free(at("13:20:30"), at("15:45:15"))).containsExactly(
                new CarCalendar.Gap(at("13:20:30"), at("14:00")), new CarCalendar.Gap(at("15:30"), at("15:45:15")));
    }

    @Test
    void nothingStartsOnceTheTimeIsOver() {
        assertThat(empty.earliestStart(Duration.ofMinutes(1), at("20:00"), at("20:00"))).isEmpty();
        assertThat(empty.earliestStart(Duration.ofMinutes(1), at("21:00"), at("20:00"))).isEmpty();
    }

    @Nested
    class Reasons {

        @ParameterizedTest
        @CsvSource({
            "11:59, 13:30, BOOKED",
            "14:59, 16:00, HELD",
            "17:00, 19:00, MAINTENANCE",
            // Only the turnaround of the booking overlaps.
            "12:00, 14:00, TURNAROUND",
            "15:00, 16:00, TURNAROUND"
        })
        void oneOccupancyGivesOneReason(String start, String end, UnavailabilityReason reason) {
            assertThat(calendar.reasons(period(start, end), Turnaround.NONE)).containsExactly(reason);
        }

        @Test
        void whatOnlyTheOwnTurnaroundMeetsIsATurnaround() {
            assertThat(calendar.reasons(period("18:00", "19:00"), new Turnaround(60))).isEmpty();
            assertThat(calendar.reasons(period("08:00", "09:30"), new Turnaround(60)))
                    .containsExactly(UnavailabilityReason.TURNAROUND);
        }

        @Test
        void anOccupancyWhoseUseAndTurnaroundAreMetGivesItsKindAlone() {
            assertThat(calendar.reasons(period("11:00", "12:30"), Turnaround.NONE))
                    .containsExactly(UnavailabilityReason.BOOKED);
        }

        @Test
        void eachOccupancyGivesItsOwnReasonInTheOrderOfReasons() {
            assertThat(calendar.reasons(period("12:30", "17:00"), Turnaround.NONE)).containsExactly(
                    UnavailabilityReason.HELD, UnavailabilityReason.MAINTENANCE, UnavailabilityReason.TURNAROUND);
        }
    }

    @Nested
    class Nearest {

        @Test
        void isOnePeriodOfEachGapThatIsLongEnoughNearestFirst() {
            assertThat(calendar.nearest(period("11:00", "12:00"), at("08:00"), at("20:00"))).containsExactly(
                    period("09:00", "10:00"), period("13:00", "14:00"), period("18:00", "19:00"));
        }

        @Test
        void isTheEarlierOfTwoThatAreEquallyNear() {
            assertThat(calendar.nearest(period("11:15", "12:00"), at("08:00"), at("14:00")))
                    .containsExactly(period("13:00", "13:45"), period("09:15", "10:00"));
            assertThat(calendar.nearest(period("11:00", "12:00"), at("08:00"), at("14:00")))
                    .containsExactly(period("09:00", "10:00"), period("13:00", "14:00"));
        }
    }
}
