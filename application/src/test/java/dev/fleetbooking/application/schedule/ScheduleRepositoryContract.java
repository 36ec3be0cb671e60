package dev.fleetbooking.application.schedule;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.application.schedule.ReadSchedule.BookingDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Details;
import dev.fleetbooking.application.schedule.ReadSchedule.MaintenanceDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Query;
import dev.fleetbooking.application.schedule.ScheduleRepository.Use;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class ScheduleRepositoryContract extends RepositoryContract {

    private static final AccountId ADA = new AccountId("ada");

    @Test
    void usesThatOverlapTheWindowAreFoundByStartWithTheirTurnaround() {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(60)));
        var car = givenCar(dealer);
        var window = givenWindow(car, hours(20, 22));
        var booking = givenBooking(dealer, car, hours(10, 12));

        assertThat(find(car, hour(13).minusMillis(1), hour(20).plusMillis(1))).containsExactly(use(booking), use(window));
        assertThat(find(car, hour(13), hour(20))).isEmpty();
    }

    @Test
    void onlyTheCarsThatWereAskedForAreFound() {
        var dealer = givenDealer();
        var one = givenCar(dealer);
        var two = givenCar(dealer);
        var first = givenBooking(dealer, one, hours(1, 2));
        var second = givenBooking(dealer, two, hours(1, 2));
        givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertThat(find(Set.of(one.id(), two.id()), query(hour(0), hour(24), true), Caller.SERVICE, NOW))
                .containsExactly(use(first), use(second));
        assertThat(find(Set.of(), query(hour(0), hour(24), true), Caller.SERVICE, NOW)).isEmpty();
    }

    @Test
    void detailsAreThoseOfTheBookingOrWindowAsItIsStored() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var active = handedOver(givenBooking(dealer, car, hours(0, 2)));
        var inProgress = started(givenWindow(givenCar(dealer), hours(0, 2)));

        assertThat(find(car, hour(0), hour(3))).containsExactly(use(active));
        assertThat(active.version()).isOne();
        assertThat(find(Set.of(inProgress.carId()), query(hour(0), hour(3), false), Caller.SERVICE, NOW))
                .containsExactly(use(inProgress));
    }

    @Test
    void whatIsOverdueIsFoundWhereverTheWindowIs() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var late = handedOver(givenBooking(dealer, car, hours(0, 2)));
        var ids = Set.of(car.id());

        assertThat(find(ids, query(hour(10), hour(11), false), Caller.SERVICE, hour(2))).isEmpty();
        assertThat(find(ids, query(hour(10), hour(11), false), Caller.SERVICE, hour(2).plusMillis(1))).containsExactly(use(late));
        assertThat(find(ids, query(hour(-9), hour(-8), false), Caller.SERVICE, hour(3))).containsExactly(use(late));
        assertThat(find(ids, query(hour(1), hour(2), false), Caller.SERVICE, hour(3))).containsExactly(use(late));
    }

    @Test
    void whatWasCalledOffIsFoundOnDemandOnly() {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(60)));
        var car = givenCar(dealer);
        var booking = cancelled(givenBooking(dealer, car, hours(10, 12)));
        var window = cancelled(givenWindow(car, hours(11, 13)));

        assertThat(find(car, hour(0), hour(24))).isEmpty();
        assertThat(calledOff(car, hour(0), hour(24), Caller.SERVICE, NOW)).containsExactly(
                new Use(car.id(), agreed(Occupancy.Kind.BOOKING, booking.id().value(), hours(10, 12)), details(booking)),
                new Use(car.id(), agreed(Occupancy.Kind.MAINTENANCE, window.id().value(), hours(11, 13)), details(window)));
        assertThat(calledOff(car, hour(13), hour(24), Caller.SERVICE, NOW)).isEmpty();
        assertThat(calledOff(car, hour(0), hour(10), Caller.SERVICE, NOW)).isEmpty();
    }

    @Test
    void aHoldThatHasLapsedIsExpiredEvenIfItIsStillStored() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(10, 12)));
        var ids = Set.of(car.id());

        assertThat(find(ids, query(hour(0), hour(24), false), Caller.SERVICE, minute(15).minusMillis(1)))
                .containsExactly(use(hold));
        assertThat(find(ids, query(hour(0), hour(24), false), Caller.SERVICE, minute(15))).isEmpty();
        assertThat(calledOff(car, hour(0), hour(24), Caller.SERVICE, minute(15)))
                .containsExactly(new Use(car.id(), hold.occupancy(), details(hold.asOf(minute(15)))));
    }

    @Test
    void customersLearnWhenACarIsBusyAndTheDetailsOfTheirOwnBookingsOnly() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var own = given(newBooking(dealer, car, hours(1, 2)).ownedBy(Optional.of(ADA)));
        var foreign = givenBooking(dealer, car, hours(3, 4));
        var window = givenWindow(car, hours(5, 6));
        var caller = new Caller.Customer(ADA);

        assertThat(find(Set.of(car.id()), query(hour(0), hour(24), false), caller, NOW)).containsExactly(
                use(own), new Use(car.id(), foreign.occupancy(), Optional.empty()),
                new Use(car.id(), window.occupancy(), Optional.empty()));
    }

    @Test
    void customersLearnOfNothingThatOthersCalledOff() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var own = cancelled(given(newBooking(dealer, car, hours(1, 2)).ownedBy(Optional.of(ADA))));
        cancelled(givenBooking(dealer, car, hours(3, 4)));
        cancelled(givenWindow(car, hours(5, 6)));
        given(newHold(dealer, car, hours(7, 8)));

        assertThat(calledOff(car, hour(0), hour(24), new Caller.Customer(ADA), minute(15)))
                .extracting(found -> found.occupancy().ownerId()).containsExactly(own.id().value());
    }

    private List<Use> find(Car car, Instant from, Instant to) {
        return find(Set.of(car.id()), query(from, to, false), Caller.SERVICE, NOW);
    }

    private List<Use> calledOff(Car car, Instant from, Instant to, Caller caller, Instant now) {
        return find(Set.of(car.id()), query(from, to, true), caller, now);
    }

    private List<Use> find(Set<CarId> ids, Query query, Caller caller, Instant now) {
        return inTransaction(() -> schedules().find(ids, query, caller, now));
    }

    private static Query query(Instant from, Instant to, boolean calledOff) {
        var all = new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        return new Query(all, Optional.empty(), from, to, calledOff);
    }

    private static Use use(Booking booking) {
        return new Use(booking.carId(), booking.occupancy(), details(booking));
    }

    private static Use use(MaintenanceWindow window) {
        return new Use(window.carId(), window.occupancy(), details(window));
    }

    private static Optional<Details> details(Booking booking) {
        return Optional.of(new BookingDetails(booking.status(), booking.customer().name(), booking.version()));
    }

    private static Optional<Details> details(MaintenanceWindow window) {
        return Optional.of(new MaintenanceDetails(window.status(), window.reason(), window.version()));
    }

    private static Occupancy agreed(Occupancy.Kind kind, UUID owner, Period period) {
        return new Occupancy(kind, owner, period, period.end(), Optional.empty(), false);
    }
}
