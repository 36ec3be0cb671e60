package dev.fleetbooking.application.access;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not the caller's does not exist for it, and lists hold its own. */
@WhatToDo("leave out what the caller does not know: docs/recipes/add-an-operation.md")
class OwnAndForeignTest {

    private static final AccountId ADA = new AccountId("ada");
    private static final Caller CUSTOMER = new Caller.Customer(ADA);
    private static final Caller OTHER_CUSTOMER = new Caller.Customer(new AccountId("eve"));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();
    private final Dealer other = fleet.dealer();
    private final Car car = fleet.car(dealer);
    private final Car foreign = fleet.car(other);
    private final MaintenanceWindow window = fleet.plan(car, hours(200, 210));
    private final MaintenanceWindow foreignWindow = fleet.plan(foreign, hours(200, 210));
    private final Caller staff = new Caller.DealerStaff(new AccountId("grace"), dealer.id());
    private Booking adas;
    private Booking eves;

    @BeforeEach
    void book() {
        fleet.callAs(CUSTOMER);
        adas = fleet.book(car, hours(24, 48));
        fleet.callAs(OTHER_CUSTOMER);
        eves = fleet.book(foreign, hours(24, 48));
    }

    @Test
    void aBookingBelongsToTheAccountThatMadeIt() {
        assertThat(adas.owner()).contains(ADA);
        fleet.callAs(Caller.SERVICE);
        assertThat(fleet.book(car, hours(48, 72)).owner()).isEmpty();
    }

    @Test
    void foreignBookingsDoNotExist() {
        for (var stranger : List.of(OTHER_CUSTOMER, new Caller.DealerStaff(ADA, other.id()))) {
            fleet.callAs(stranger);
            for (var use : List.<Consumer<Booking>>of(
                    booking -> fleet.useCase(GetBooking.class).get(booking.id()), fleet::cancel, fleet::confirm, fleet::handOver,
                    fleet::takeBack, fleet::recordNoShow, booking -> fleet.reschedule(booking, hours(30, 50)))) {
                assertThat(refusal(CommonRefusal.NotFound.class, () -> use.accept(adas)))
                        .isEqualTo(new CommonRefusal.NotFound("booking", adas.id().value()));
            }
        }
    }

    @Test
    void ownBookingsCanBeChanged() {
        fleet.callAs(CUSTOMER);
        fleet.cancel(fleet.reschedule(adas, hours(30, 50)));
        fleet.callAs(new Caller.DealerStaff(ADA, other.id()));
        fleet.cancel(eves);
    }

    @Test
    void bookingsAreListedToTheirOwnerAndTheirDealer() {
        assertThat(bookings(CUSTOMER, Optional.empty())).containsExactly(adas);
        assertThat(bookings(OTHER_CUSTOMER, Optional.of(dealer.id()))).isEmpty();
        assertThat(bookings(staff, Optional.empty())).containsExactly(adas);
        assertThat(bookings(staff, Optional.of(other.id()))).isEmpty();
        assertThat(bookings(Caller.SERVICE, Optional.empty())).containsExactly(adas, eves);
    }

    @Test
    void foreignCarsDoNotExistForStaff() {
        fleet.callAs(staff);
        var explain = new ExplainAvailability.Query(foreign.id(), hours(1, 2).start(), hours(1, 2).end());
        refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetCar.class).get(foreign.id(), Optional.empty()));
        refusal(CommonRefusal.NotFound.class, () -> fleet.setStatus(foreign, CarStatus.RETIRED));
        refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(ExplainAvailability.class).explain(explain));
        assertThat(invalidFields(() -> fleet.book(foreign, hours(1, 3)))).containsExactly("carId");
        assertThat(invalidFields(() -> fleet.plan(foreign, hours(1, 3)))).containsExactly("carId");
        assertThat(fleet.search(hours(1, 3))).containsExactly(car);
        assertThat(cars(Optional.empty())).containsExactly(car);
        assertThat(cars(Optional.of(other.id()))).isEmpty();
    }

    @Test
    void searchAtAForeignDealerFindsNothing() {
        fleet.callAs(staff);
        var query = new FindAvailableCars.Query(
                hours(1, 3).start(), hours(1, 3).end(), Optional.of(other.id()), Optional.empty(), Optional.empty(),
                Optional.empty());

        assertThat(fleet.useCase(FindAvailableCars.class).find(query, first())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void customersFindAllCars() {
        fleet.callAs(CUSTOMER);
        assertThat(fleet.search(hours(1, 3))).containsExactly(car, foreign);
        assertThat(cars(Optional.empty())).containsExactly(car, foreign);
    }

    @Test
    void customersDoNotLearnWhoOccupiesACar() {
        fleet.callAs(CUSTOMER);
        var now = Optional.of(TestTime.NOW);
        refusal(CommonRefusal.Forbidden.class, () -> fleet.useCase(GetCar.class).get(car.id(), now));
        refusal(CommonRefusal.Forbidden.class, () -> fleet.useCase(ListCars.class).list(
                new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty()), now, first()));
    }

    /** Whether or not the dealer exists, so the answer does not tell. */
    @Test
    void staffAddsCarsToItsDealerOnly() {
        fleet.callAs(staff);
        fleet.car(dealer);
        refusal(CommonRefusal.Forbidden.class, () -> fleet.car(other));
    }

    @Test
    void foreignDealersDoNotExistForStaff() {
        fleet.callAs(staff);
        var rename = new ChangeDealer.Command(other.id(), Precondition.NONE, Optional.of("Mine"), Optional.empty());
        refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetDealer.class).get(other.id()));
        refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(ChangeDealer.class).change(rename));
        assertThat(fleet.useCase(GetDealer.class).get(dealer.id())).isEqualTo(dealer);
        assertThat(dealers()).containsExactly(dealer);
        fleet.callAs(CUSTOMER);
        assertThat(dealers()).containsExactly(dealer, other);
    }

    @Test
    void foreignWindowsDoNotExistForStaff() {
        fleet.callAs(staff);
        for (var use : List.<Consumer<MaintenanceWindow>>of(
                fleet::view, fleet::start, fleet::complete, fleet::cancel, found -> fleet.move(found, hours(300, 310)))) {
            refusal(CommonRefusal.NotFound.class, () -> use.accept(foreignWindow));
        }
        var all = new CalendarFilter<MaintenanceStatus>(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(fleet.useCase(ListMaintenanceWindows.class).list(all, first()).items())
                .containsExactly(fleet.view(window));
    }

    @Test
    void staffReadsTheEventsOfItsDealerWithWhoCausedThem() {
        fleet.callAs(staff);
        fleet.cancel(adas);

        assertThat(feed()).extracting(Event::type).containsExactly(
                EventType.CAR_ADDED, EventType.MAINTENANCE_PLANNED, EventType.BOOKING_MADE, EventType.BOOKING_CANCELLED);
        assertThat(feed()).extracting(Event::by).containsExactly(
                Optional.empty(), Optional.empty(), Optional.of(new Actor(ADA, Role.CUSTOMER)), staff.actor());
        assertThat(fleet.events(eves.id().value())).isEmpty();
    }

    @Test
    void aHoldLapsesByItselfWhoeverMeetsIt() {
        fleet.callAs(CUSTOMER);
        var hold = fleet.hold(car, hours(60, 70));
        fleet.setTime(hours(1, 2).start());
        fleet.callAs(OTHER_CUSTOMER);
        fleet.book(car, hours(60, 70));

        fleet.callAs(staff);
        assertThat(fleet.events(hold.id().value())).extracting(Event::by)
                .containsExactly(Optional.of(new Actor(ADA, Role.CUSTOMER)), Optional.empty());
    }

    private List<Booking> bookings(Caller caller, Optional<DealerId> dealerId) {
        fleet.callAs(caller);
        var filter = new CalendarFilter<BookingStatus>(
                Optional.empty(), dealerId, Optional.empty(), Optional.empty(), Optional.empty());
        return fleet.useCase(ListBookings.class).list(filter, first()).items().stream().map(BookingView::booking).toList();
    }

    private List<Car> cars(Optional<DealerId> dealerId) {
        var filter = new ListCars.Filter(dealerId, Optional.empty(), Optional.empty());
        return fleet.useCase(ListCars.class).list(filter, Optional.empty(), first()).items().stream()
                .map(view -> view.car())
                .toList();
    }

    private List<Dealer> dealers() {
        return fleet.useCase(ListDealers.class).list(first()).items();
    }

    private List<Event> feed() {
        return fleet.useCase(ListEvents.class).list(new ListEvents.Query(0, Optional.empty(), 100)).stream()
                .map(ListEvents.Sequenced::event)
                .toList();
    }

    private static <K> PageRequest<K> first() {
        return new PageRequest<>(Optional.empty(), 100);
    }
}
