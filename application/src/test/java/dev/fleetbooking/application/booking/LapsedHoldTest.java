package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A hold blocks its car until the instant of its lapse and not afterwards, although no job ends lapsed holds here. */
class LapsedHoldTest {

    private static final Instant LAPSE = minute(15);

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();
    private final Car car = fleet.car(dealer);
    private final Booking hold = fleet.hold(car, hours(24, 48));

    @Test
    void aHoldBlocksItsCarAsAHoldUntilItLapses() {
        assertThat(hold.status()).isEqualTo(BookingStatus.HELD);
        assertThat(hold.progress().holdExpiresAt()).contains(LAPSE);
        assertThat(fleet.occupancies(car)).containsExactly(new Occupancy(
                Occupancy.Kind.HOLD, hold.id().value(), hold.period(), hold.period().end(), Optional.of(LAPSE), false));
        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, hours(24, 48))).reasons())
                .containsExactly(UnavailabilityReason.HELD);
    }

    @Test
    void aConfirmedHoldStaysForGood() {
        fleet.setTime(LAPSE.minusMillis(1));
        var confirmed = fleet.confirm(hold);
        fleet.setTime(LAPSE);

        assertThat(fleet.view(hold).booking()).isEqualTo(confirmed);
        assertThat(confirmed.price()).isEqualTo(hold.price());
        assertThat(fleet.occupancies(car)).containsExactly(confirmed.occupancy());
    }

    @Test
    void aLapsedHoldIsExpiredForItsReadersAndItsRevisionSaysSo() {
        var held = fleet.view(hold);
        fleet.setTime(LAPSE);

        var expired = fleet.view(hold);

        assertThat(expired.booking().status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(expired.booking().progress().holdExpiresAt()).isEmpty();
        assertThat(expired.revision()).isNotEqualTo(held.revision());
        assertThat(fleet.useCase(ListBookings.class).list(
                new CalendarFilter<>(
                        Optional.empty(), Optional.empty(), Optional.of(BookingStatus.EXPIRED), Optional.empty(),
                        Optional.empty()),
                new PageRequest<>(Optional.empty(), 20)).items()).containsExactly(expired);
    }

    @Test
    void theRevisionIsTheSameAfterTheLapseIsStored() {
        fleet.setTime(LAPSE);
        var expired = fleet.view(hold).revision();

        fleet.useCase(ExpireLapsedHolds.class).expire();

        assertThat(fleet.view(hold)).extracting(BookingView::revision).isEqualTo(expired);
    }

    @Test
    void searchFindsTheCarFromTheLapseOn() {
        fleet.setTime(LAPSE.minusMillis(1));
        assertThat(fleet.search(hours(24, 48))).isEmpty();
        fleet.setTime(LAPSE);
        assertThat(fleet.search(hours(24, 48))).containsExactly(car);
    }

    @Test
    void theExplanationOmitsTheHoldFromTheLapseOn() {
        var query = new ExplainAvailability.Query(car.id(), hours(24, 48).start(), hours(24, 48).end());
        var explain = fleet.useCase(ExplainAvailability.class);

        assertThat(explain.explain(query).availability().reasons()).containsExactly(UnavailabilityReason.HELD);
        fleet.setTime(LAPSE);
        assertThat(explain.explain(query).availability().isAvailable()).isTrue();
        assertThat(explain.explain(query).busy()).isEmpty();
        assertThat(explain.explain(query).nextAvailableFrom()).contains(query.from());
    }

    @Test
    void aBookingGetsTheCar() {
        assertSettles(fleet -> fleet.book(car, hours(24, 48)));
    }

    @Test
    void anotherHoldGetsTheCar() {
        assertSettles(fleet -> fleet.hold(car, hours(24, 48)));
    }

    @Test
    void aBookingIsRescheduledIntoTheTime() {
        var booking = fleet.book(car, hours(48, 72));

        assertSettles(fleet -> fleet.reschedule(booking, hours(36, 72)));
    }

    @Test
    void aWindowIsPlanned() {
        assertSettles(fleet -> fleet.plan(car, hours(24, 48)));
    }

    @Test
    void aWindowIsPlannedWithoutDisplacingTheHold() {
        assertSettles(fleet -> assertThat(fleet.plan(car, hours(24, 48), OnConflict.DISPLACE, false).displaced()).isEmpty());
    }

    @Test
    void aWindowIsMovedIntoTheTime() {
        var window = fleet.plan(car, hours(48, 72));

        assertSettles(fleet -> fleet.move(window, hours(36, 72)));
    }

    @Test
    void aBookingIsDisplacedToTheCar() {
        var other = fleet.car(dealer);
        var booking = fleet.book(other, hours(24, 48));

        assertSettles(fleet -> fleet.plan(other, hours(24, 48), OnConflict.DISPLACE, false));
        assertThat(fleet.view(booking).booking().carId()).isEqualTo(car.id());
    }

    @Test
    void aWindowIsStartedEarly() {
        var window = fleet.plan(car, hours(48, 72));

        assertSettles(fleet -> fleet.start(window));
    }

    @Test
    void aCarIsHandedOverEarly() {
        var quick = fleet.car(dealer);
        var booking = fleet.book(quick, hours(2, 4));
        fleet.setTime(minute(50));
        var lapsing = fleet.hold(quick, hours(1, 2));
        fleet.setTime(minute(65));

        fleet.handOver(booking);

        assertThat(fleet.events(lapsing.id().value())).extracting(Event::type)
                .containsExactly(EventType.BOOKING_HELD, EventType.BOOKING_EXPIRED);
    }

    @Test
    void aLateReturnExtendsIntoTheTime() {
        var booking = fleet.bring(fleet.book(car, hours(0, 1)), BookingStatus.ACTIVE);
        fleet.setTime(minute(50));
        fleet.hold(car, hours(1, 2));
        fleet.setTime(minute(90));

        fleet.takeBack(booking);

        assertThat(fleet.occupancies(car)).extracting(occupancy -> occupancy.use().end()).containsExactly(minute(90));
    }

    @Test
    void theCarGoesOutOfServiceFromTheLapseOn() {
        fleet.setTime(LAPSE.minusMillis(1));
        refusal(FleetRefusal.CarHasOccupancies.class, () -> fleet.setStatus(car, CarStatus.OUT_OF_SERVICE));

        fleet.setTime(LAPSE);
        assertThat(fleet.setStatus(car, CarStatus.OUT_OF_SERVICE).status()).isEqualTo(CarStatus.OUT_OF_SERVICE);
    }

    @Test
    void aDryRunIgnoresTheLapsedHoldAndDoesNotEndIt() {
        fleet.setTime(LAPSE);

        assertThat(fleet.plan(car, hours(24, 48), OnConflict.REJECT, true).displaced()).isEmpty();

        assertThat(fleet.events(hold.id().value())).hasSize(1);
    }

    @Test
    void aRefusedCallDoesNotEndTheLapsedHold() {
        fleet.setTime(NOW.plusSeconds(1));
        fleet.book(car, hours(48, 72));
        fleet.setTime(LAPSE);

        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, hours(24, 60)));

        assertThat(fleet.events(hold.id().value())).hasSize(1);
    }

    @Test
    void lapsedHoldsAreEndedOneCarAtATimeUntilNoneIsLeft() {
        fleet.hold(car, hours(48, 72));
        fleet.hold(fleet.car(dealer), hours(24, 48));
        fleet.setTime(LAPSE.minusMillis(1));
        var sweep = fleet.useCase(ExpireLapsedHolds.class);

        assertThat(sweep.expire()).isZero();
        fleet.setTime(LAPSE);
        assertThat(sweep.expire() + sweep.expire()).isEqualTo(3);
        assertThat(sweep.expire()).isZero();
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    /** A write that conflicts with the lapsed hold succeeds, and records the lapse with its instant. */
    private void assertSettles(Consumer<Fleet> call) {
        fleet.setTime(LAPSE.plusSeconds(30));

        call.accept(fleet);

        assertThat(fleet.events(hold.id().value())).extracting(Event::type, Event::occurredAt).containsExactly(
                tuple(EventType.BOOKING_HELD, NOW),
                tuple(EventType.BOOKING_EXPIRED, LAPSE));
        assertThat(fleet.occupancies(car)).extracting(Occupancy::ownerId).doesNotContain(hold.id().value());
    }
}
