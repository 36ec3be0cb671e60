package dev.fleetbooking.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.kit.StoreContract;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.schedule.ScheduleRepository;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** What the contract tests of the fleet's driven ports share. */
@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class RepositoryContract implements StoreContract {

    protected static final Currency EUR = Currency.getInstance("EUR");
    protected static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SequentialIds ids = new SequentialIds();
    private TestStore store;

    /** An empty one. */
    protected abstract TestStore newStore();

    @Override
    public final TestStore store() {
        if (store == null) {
            store = newStore();
        }
        return store;
    }

    protected final DealerRepository dealers() {
        return store().ports().dealers();
    }

    protected final CarRepository cars() {
        return store().ports().cars();
    }

    protected final BookingRepository bookings() {
        return store().ports().bookings();
    }

    protected final MaintenanceWindowRepository windows() {
        return store().ports().windows();
    }

    protected final OccupancyRepository occupancies() {
        return store().ports().occupancies();
    }

    protected final AvailableCarRepository availableCars() {
        return store().ports().availableCars();
    }

    protected final ScheduleRepository schedules() {
        return store().ports().schedules();
    }

    protected final EventRepository events() {
        return store().ports().events();
    }

    protected final UUID nextId() {
        return ids.next();
    }

    protected final Dealer newDealer() {
        return newDealer(BERLIN, EUR, Turnaround.NONE);
    }

    protected final Dealer newDealer(ZoneId timeZone, Currency currency, Turnaround turnaround) {
        return Dealer.register(new DealerId(nextId()), new Name("City Cars"), timeZone, currency, turnaround);
    }

    protected final Car newCar(Dealer dealer) {
        return newCar(dealer, "COMPACT", "50");
    }

    protected final Car newCar(Dealer dealer, String category, String dailyPrice) {
        var id = new CarId(nextId());
        // The last digits of the id differ from car to car.
        var plate = new RegistrationPlate("B-" + id.value().toString().substring(24));
        return Car.add(
                id, dealer.id(), plate, new Name("VW"), new Name("Golf"), new ModelYear(2024), new Category(category),
                money(dailyPrice, dealer.currency()));
    }

    protected final Booking newBooking(Dealer dealer, Car car, Period period) {
        return Booking.book(
                new BookingId(nextId()), car, dealer, customer(), period, Quote.of(1, car.dailyPrice()), TestTime.NOW);
    }

    /** A hold that lapses after a quarter of an hour. */
    protected final Booking newHold(Dealer dealer, Car car, Period period) {
        return Booking.hold(
                new BookingId(nextId()), car, dealer, customer(), period, Quote.of(1, car.dailyPrice()), TestTime.NOW,
                TestTime.minute(15));
    }

    protected final MaintenanceWindow newWindow(Car car, Period period) {
        return MaintenanceWindow.plan(
                new MaintenanceWindowId(nextId()), car, period, new Reason("brakes"), TestTime.NOW);
    }

    protected static Customer customer() {
        return new Customer(
                new Name("Ada Lovelace"), new EmailAddress("ada@example.org"),
                Optional.of(new PhoneNumber("+44 20 7946 0000")));
    }

    protected static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    protected final Dealer givenDealer() {
        return given(newDealer());
    }

    protected final Dealer given(Dealer dealer) {
        commit(() -> dealers().add(dealer));
        return dealer;
    }

    protected final Car givenCar(Dealer dealer) {
        return given(newCar(dealer));
    }

    protected final Car given(Car car) {
        commit(() -> cars().add(car));
        return car;
    }

    protected final Booking givenBooking(Dealer dealer, Car car, Period period) {
        return given(newBooking(dealer, car, period));
    }

    /** Claims a car when nothing is overdue. */
    protected final boolean claim(CarId carId, Occupancy occupancy) {
        return occupancies().claim(carId, occupancy, TestTime.NOW, TestTime.NOW);
    }

    /** Adds a live booking with its occupancy. */
    protected final Booking given(Booking booking) {
        commit(() -> {
            cars().findForClaim(booking.carId());
            assertThat(claim(booking.carId(), booking.occupancy())).isTrue();
            bookings().add(booking);
        });
        return booking;
    }

    protected final MaintenanceWindow givenWindow(Car car, Period period) {
        return given(newWindow(car, period));
    }

    /** Adds a live window with its occupancy. */
    protected final MaintenanceWindow given(MaintenanceWindow window) {
        commit(() -> {
            cars().findForClaim(window.carId());
            assertThat(claim(window.carId(), window.occupancy())).isTrue();
            windows().add(window);
        });
        return window;
    }

    /** Hands the car over at the start of the booking. */
    protected final Booking handedOver(Booking booking) {
        return inTransaction(() -> {
            var active = bookings().findForUpdate(booking.id()).orElseThrow().handOver(booking.period().start());
            occupancies().replace(active.carId(), active.occupancy());
            return bookings().update(active);
        });
    }

    /** Starts the window on time. */
    protected final MaintenanceWindow started(MaintenanceWindow window) {
        return inTransaction(() -> {
            var inProgress = windows().findForUpdate(window.id()).orElseThrow().start();
            occupancies().replace(inProgress.carId(), inProgress.occupancy());
            return windows().update(inProgress);
        });
    }

    protected final Booking cancelled(Booking booking) {
        return inTransaction(() -> {
            var found = bookings().findForUpdate(booking.id()).orElseThrow();
            occupancies().release(found.id().value());
            return bookings().update(found.cancel(Optional.empty()));
        });
    }

    protected final MaintenanceWindow cancelled(MaintenanceWindow window) {
        return inTransaction(() -> {
            var found = windows().findForUpdate(window.id()).orElseThrow();
            occupancies().release(found.id().value());
            return windows().update(found.cancel());
        });
    }
}
