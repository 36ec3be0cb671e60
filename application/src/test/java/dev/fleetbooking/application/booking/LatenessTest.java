package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effects of an overdue car. It should have been returned at {@code hour(10)}. */
class LatenessTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();
    private final Car car = fleet.car(dealer);
    private final Booking tomorrow = fleet.book(car, hours(30, 31));
    private final Booking later = fleet.book(car, hours(40, 41));
    private Booking late;

    @BeforeEach
    void theCarIsHandedOver() {
        late = fleet.bring(fleet.book(car, hours(1, 10)), BookingStatus.ACTIVE);
    }

    @Test
    void aBookingIsOverdueAfterItsEndUntilTheCarIsBack() {
        fleet.setTime(hour(10));
        assertThat(fleet.view(late).overdue()).isFalse();

        fleet.setTime(hour(10).plusMillis(1));
        assertThat(fleet.view(late).overdue()).isTrue();
        assertThat(fleet.view(late).atRisk()).as("at risk of itself").isFalse();

        fleet.takeBack(late);
        assertThat(fleet.view(late).overdue()).isFalse();
    }

    @Test
    void aBookingThatStartsWithinADayFromNowIsAtRisk() {
        assertThat(fleet.view(tomorrow).atRisk()).isFalse();

        fleet.setTime(hour(11));
        assertThat(fleet.view(tomorrow).atRisk()).isTrue();
        assertThat(fleet.view(later).atRisk()).isFalse();

        fleet.setTime(hour(16));
        assertThat(fleet.view(later).atRisk()).isFalse();
        fleet.setTime(hour(16).plusMillis(1));
        assertThat(fleet.view(later).atRisk()).isTrue();

        fleet.takeBack(late);
        assertThat(fleet.view(tomorrow).atRisk()).isFalse();
    }

    @Test
    void aListShowsWhatIsLateAndWhatIsAtRisk() {
        fleet.setTime(hour(11));

        var listed = fleet.useCase(ListBookings.class).list(
                new CalendarFilter<>(
                        Optional.of(car.id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new PageRequest<>(Optional.empty(), 20)).items();

        assertThat(listed).containsExactlyInAnyOrder(fleet.view(late), fleet.view(tomorrow), fleet.view(later));
        assertThat(listed).filteredOn(BookingView::overdue).hasSize(1);
        assertThat(listed).filteredOn(BookingView::atRisk).hasSize(1);
    }

    @Test
    void whoIsLateMayExtendUpToTheNextBooking() {
        fleet.setTime(hour(11));

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(late, hours(1, 31))).latestPossibleEnd())
                .contains(hour(30));
        fleet.reschedule(late, hours(1, 30));

        assertThat(fleet.view(late).overdue()).isFalse();
        assertThat(fleet.view(tomorrow).atRisk()).isFalse();
    }

    @Test
    void revisionsChangeWithTimeAlone() {
        var before = fleet.view(late).revision();
        var waiting = fleet.view(tomorrow).revision();

        fleet.setTime(hour(11));

        assertThat(fleet.view(late).revision()).isNotEqualTo(before);
        assertThat(fleet.view(tomorrow).revision()).isNotEqualTo(waiting);
    }

    @Test
    void whatStartsWithinADayFromNowIsUnavailable() {
        fleet.setTime(hour(11));

        assertThat(fleet.search(hours(34, 36))).isEmpty();
        assertThat(fleet.search(hours(35, 36))).containsExactly(car);
        var refused = refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, hours(34, 36)));
        assertThat(refused.reasons()).containsExactly(UnavailabilityReason.OVERDUE);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(1, 10), CalendarEntry.Kind.BOOKING, late.occupancy()));
        assertThat(refused.nextAvailableFrom()).contains(hour(35));
        assertThat(fleet.book(car, hours(35, 36)).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aDayFromNowIsRoundedUpToTheMinute() {
        fleet.setTime(hour(11).plusMillis(1));

        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, hours(35, 36)));
        assertThat(fleet.search(minutes(35 * 60 + 1, 36 * 60 + 1))).hasSize(1);
    }

    @Test
    void theExplanationGivesTheLatenessFirst() {
        fleet.setTime(hour(11));

        var explained = fleet.useCase(ExplainAvailability.class)
                .explain(new ExplainAvailability.Query(car.id(), hour(29), hour(32)));

        assertThat(explained.availability().reasons())
                .containsExactly(UnavailabilityReason.OVERDUE, UnavailabilityReason.BOOKED);
        assertThat(explained.nextAvailableFrom()).contains(hour(35));
        assertThat(explained.quote()).isEmpty();
    }

    @Test
    void nothingIsPlannedOrMovedOrDisplacedIntoTheLateness() {
        var window = fleet.plan(car, hours(50, 52));
        var other = fleet.car(dealer);
        fleet.book(other, hours(32, 33));
        fleet.setTime(hour(11));

        assertThat(refusal(FleetRefusal.MaintenanceConflict.class, () -> fleet.plan(car, hours(34, 36))).suggestions())
                .contains(hours(35, 37));
        refusal(FleetRefusal.MaintenanceConflict.class, () -> fleet.move(window, hours(34, 36)));
        refusal(FleetRefusal.DisplacementImpossible.class, () -> fleet.plan(other, hours(32, 33), OnConflict.DISPLACE, false));
        refusal(FleetRefusal.DisplacementImpossible.class, () -> fleet.plan(car, hours(34, 36), OnConflict.DISPLACE, false));
        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(later, hours(34, 36)));
        assertThat(fleet.reschedule(later, hours(35, 36)).period()).isEqualTo(hours(35, 36));
    }

    @Test
    void theNextBookingKeepsItsPeriodAndNothingIsCancelled() {
        fleet.setTime(hour(35));

        assertThat(fleet.view(tomorrow).booking()).isEqualTo(tomorrow);
        refusal(CommonRefusal.TooLate.class, () -> fleet.handOver(tomorrow));
        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(late, hours(1, 36)));
        assertThat(fleet.view(later).atRisk()).isTrue();
    }

    @Test
    void anOverdueWindowHasTheSameEffects() {
        var other = fleet.car(dealer);
        var waiting = fleet.book(other, hours(20, 21));
        var window = fleet.plan(other, hours(2, 4));
        fleet.setTime(hour(2));
        fleet.start(window);
        fleet.setTime(hour(4));
        assertThat(fleet.view(window).overdue()).isFalse();
        fleet.setTime(minute(241));

        assertThat(fleet.view(window).overdue()).isTrue();
        assertThat(fleet.view(waiting).atRisk()).isTrue();
        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(other, hours(10, 12))).reasons())
                .containsExactly(UnavailabilityReason.OVERDUE);

        fleet.complete(window);
        assertThat(fleet.view(waiting).atRisk()).isFalse();
        assertThat(fleet.book(other, hours(10, 12)).status()).isEqualTo(BookingStatus.CONFIRMED);
    }
}
