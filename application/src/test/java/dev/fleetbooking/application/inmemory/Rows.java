package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

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

    final Table<Dealer> dealers;
    final Table<Car> cars;
    final Table<Booking> bookings;
    final Table<MaintenanceWindow> windows;
    final Map<UUID, CarOccupancy> occupanciesByOwner;
    final List<Sequenced> events;
    final List<Event> appended = new ArrayList<>();
    private final Set<CarId> carsFoundForClaim = new HashSet<>();

    /** An occupancy and the car that it blocks. */
    record CarOccupancy(CarId carId, Occupancy occupancy) {
    }

    private Rows(
            Table<Dealer> dealers, Table<Car> cars, Table<Booking> bookings, Table<MaintenanceWindow> windows,
            Map<UUID, CarOccupancy> occupanciesByOwner, List<Sequenced> events) {
        this.dealers = dealers;
        this.cars = cars;
        this.bookings = bookings;
        this.windows = windows;
        this.occupanciesByOwner = occupanciesByOwner;
        this.events = events;
    }

    static Rows none() {
        return new Rows(
                new Table<>(dealer -> dealer.id().value(), Dealer::version, NextVersion::of),
                new Table<>(car -> car.id().value(), Car::version, NextVersion::of),
                new Table<>(booking -> booking.id().value(), Booking::version, NextVersion::of),
                new Table<>(window -> window.id().value(), MaintenanceWindow::version, NextVersion::of),
                new HashMap<>(),
                new ArrayList<>());
    }

    Rows copy() {
        return new Rows(
                dealers.copy(), cars.copy(), bookings.copy(), windows.copy(), new HashMap<>(occupanciesByOwner),
                new ArrayList<>(events));
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
            throw new IllegalStateException("blocks a car for nobody: " + row);
        }
    }
}
