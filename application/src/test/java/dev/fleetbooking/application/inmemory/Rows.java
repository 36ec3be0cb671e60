package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All there is, as one transaction sees it, and the rules that hold between one thing and another. */
final class Rows {

    final Table<Dealer> dealers;
    final Table<Car> cars;
    final Table<Booking> bookings;
    final Table<MaintenanceWindow> windows;
    final Map<UUID, CarOccupancy> occupanciesByOwner;
    private final Set<CarId> carsFoundForClaim = new HashSet<>();

    /** An occupancy and the car that it blocks. */
    record CarOccupancy(CarId carId, Occupancy occupancy) {
    }

    private Rows(
            Table<Dealer> dealers, Table<Car> cars, Table<Booking> bookings, Table<MaintenanceWindow> windows,
            Map<UUID, CarOccupancy> occupanciesByOwner) {
        this.dealers = dealers;
        this.cars = cars;
        this.bookings = bookings;
        this.windows = windows;
        this.occupanciesByOwner = occupanciesByOwner;
    }

    static Rows none() {
        return new Rows(
                new Table<>(dealer -> dealer.id().value(), Dealer::version, NextVersion::of),
                new Table<>(car -> car.id().value(), Car::version, NextVersion::of),
                new Table<>(booking -> booking.id().value(), Booking::version, NextVersion::of),
                new Table<>(window -> window.id().value(), MaintenanceWindow::version, NextVersion::of),
                new HashMap<>());
    }

    Rows copy() {
        return new Rows(dealers.copy(), cars.copy(), bookings.copy(), windows.copy(), new HashMap<>(occupanciesByOwner));
    }

    CarCalendar calendar(CarId carId) {
        return new CarCalendar(occupanciesByOwner.values().stream()
                .filter(row -> row.carId().equals(carId))
                .map(CarOccupancy::occupancy)
                .toList());
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

    /** What PostgreSQL checks when a transaction commits. */
    void requireConsistency() {
        bookings.all().forEach(booking -> requireOccupancy(
                booking.id().value(), booking.status().isLive(), booking.status() == BookingStatus.COMPLETED));
        windows.all().forEach(window -> requireOccupancy(
                window.id().value(), window.status().isLive(), window.status() == MaintenanceStatus.COMPLETED));
        occupanciesByOwner.values().forEach(this::requireOwner);
    }

    private void requireOccupancy(UUID ownerId, boolean needed, boolean allowed) {
        var found = occupanciesByOwner.containsKey(ownerId);
        if (needed && !found) {
            throw new IllegalStateException("is live and blocks no car: " + ownerId);
        }
        if (found && !needed && !allowed) {
            throw new IllegalStateException("is over and still blocks a car: " + ownerId);
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
