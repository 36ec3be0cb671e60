package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.application.kit.Table;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All data as one transaction sees it, and the constraints between its parts. */
final class Rows {

    final Table<Dealer> dealers = new Table<>(dealer -> dealer.id().value(), Dealer::version, Rows::next);
    final Table<Car> cars = new Table<>(car -> car.id().value(), Car::version, Rows::next);
    final Table<Booking> bookings = new Table<>(booking -> booking.id().value(), Booking::version, Rows::next);
    final Table<MaintenanceWindow> windows =
            new Table<>(window -> window.id().value(), MaintenanceWindow::version, Rows::next);
    final Map<UUID, CarOccupancy> occupanciesByOwner = new HashMap<>();
    final List<Sequenced> events = new ArrayList<>();
    final List<Event> appended = new ArrayList<>();
    private final Set<CarId> carsFoundForClaim = new HashSet<>();

    /** An occupancy and the car that it blocks. */
    record CarOccupancy(CarId carId, Occupancy occupancy) {
    }

    /** For the next transaction, which has found nothing for update. */
    Rows copy() {
        var copy = new Rows();
        copy.dealers.putAll(dealers);
        copy.cars.putAll(cars);
        copy.bookings.putAll(bookings);
        copy.windows.putAll(windows);
        copy.occupanciesByOwner.putAll(occupanciesByOwner);
        copy.events.addAll(events);
        return copy;
    }

    /** All past and present occupancies of the car, by start. */
    List<Occupancy> occupancies(CarId carId) {
        return occupanciesByOwner.values().stream()
                .filter(row -> row.carId().equals(carId))
                .map(CarOccupancy::occupancy)
                .sorted(comparing(occupancy -> occupancy.use().start()))
                .toList();
    }

    /** Whether there is an occupancy, including lapsed holds, because PostgreSQL's constraint does not know the time. */
    boolean isBlocked(CarId carId, Period period) {
        return occupancies(carId).stream().anyMatch(occupancy -> occupancy.blocked().overlaps(period));
    }

    void requireDealerOf(Car car) {
        var currency = dealers.find(car.dealerId().value()).map(Dealer::currency);
        if (currency.filter(car.dailyPrice().currency()::equals).isEmpty()) {
            throw new IllegalStateException("has no dealer with this currency: " + car);
        }
    }

    void requireCarOf(DealerId dealerId, CarId carId) {
        if (cars.find(carId.value()).filter(car -> car.dealerId().equals(dealerId)).isEmpty()) {
            throw new IllegalStateException("is no car of this dealer: " + carId);
        }
    }

    Optional<Car> findCarForClaim(CarId carId) {
        carsFoundForClaim.add(carId);
        return cars.find(carId.value());
    }

    Optional<Car> findCarForUpdate(CarId carId) {
        if (carsFoundForClaim.contains(carId)) {
            throw new IllegalStateException("was found for claim, so two calls would wait for each other: " + carId);
        }
        return cars.findForUpdate(carId.value());
    }

    void requireClaimable(CarId carId) {
        if (!carsFoundForClaim.contains(carId)) {
            requireFoundForUpdate(carId);
        }
    }

    void requireFoundForUpdate(CarId carId) {
        if (!cars.isFoundForUpdate(carId.value())) {
            throw new IllegalStateException("was not found as the change needs it: " + carId);
        }
    }

    /** Checks what PostgreSQL checks when a transaction commits, and numbers its events. */
    void beforeCommit() {
        bookings.all().forEach(booking -> requireOccupancy(
                booking.occupancy(), booking.status().isLive(), booking.status() == BookingStatus.COMPLETED));
        windows.all().forEach(window -> requireOccupancy(
                window.occupancy(), !MaintenanceLifeCycle.TABLE.isTerminal(window.status()),
                window.status() == MaintenanceStatus.COMPLETED));
        occupanciesByOwner.values().forEach(this::requireOwner);
        appended.forEach(event -> events.add(new Sequenced(events.size() + 1L, event)));
        appended.clear();
    }

    private void requireOccupancy(Occupancy expected, boolean needed, boolean allowed) {
        var row = occupanciesByOwner.get(expected.ownerId());
        if (row == null && needed) {
            throw new IllegalStateException("is live and blocks no car: " + expected);
        }
        if (row != null && !needed && !allowed) {
            throw new IllegalStateException("is over and still blocks a car: " + expected);
        }
        // The period may differ, because cars are handed over and returned early or late.
        if (row != null && !(row.occupancy().kind() == expected.kind()
                && row.occupancy().lapsesAt().equals(expected.lapsesAt()) && row.occupancy().inUse() == expected.inUse())) {
            throw new IllegalStateException("blocks its car as something else: " + row + ", not " + expected);
        }
    }

    private void requireOwner(CarOccupancy row) {
        var ownerId = row.occupancy().ownerId();
        var carOfOwner = switch (row.occupancy().kind()) {
            case BOOKING, HOLD -> bookings.find(ownerId).map(Booking::carId);
            case MAINTENANCE -> windows.find(ownerId).map(MaintenanceWindow::carId);
        };
        if (carOfOwner.filter(row.carId()::equals).isEmpty()) {
            throw new IllegalStateException("occupancy without an owner: " + row);
        }
    }

    static <S> boolean passes(CalendarFilter<S> filter, CarId carId, DealerId dealerId, S status, Period period) {
        return filter.carId().map(carId::equals).orElse(true)
                && filter.dealerId().map(dealerId::equals).orElse(true)
                && filter.status().map(status::equals).orElse(true)
                && filter.from().map(period.end()::isAfter).orElse(true)
                && filter.to().map(period.start()::isBefore).orElse(true);
    }

    // Incrementing versions is the store's responsibility, so the domain has no method for it.

    private static Dealer next(Dealer dealer) {
        return new Dealer(
                dealer.id(), dealer.name(), dealer.timeZone(), dealer.currency(), dealer.turnaround(), dealer.version() + 1);
    }

    private static Car next(Car car) {
        return new Car(
                car.id(), car.dealerId(), car.registrationPlate(), car.make(), car.model(), car.modelYear(), car.category(),
                car.dailyPrice(), car.status(), car.version() + 1);
    }

    private static Booking next(Booking booking) {
        return new Booking(
                booking.id(), booking.carId(), booking.dealerId(), booking.owner(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), booking.progress(), booking.createdAt(),
                booking.version() + 1);
    }

    private static MaintenanceWindow next(MaintenanceWindow window) {
        return new MaintenanceWindow(
                window.id(), window.carId(), window.dealerId(), window.period(), window.reason(), window.status(),
                window.createdAt(), window.version() + 1);
    }
}
