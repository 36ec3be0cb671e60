package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;

/** Increments versions, which is the store's responsibility, so the domain has no method for it. */
final class NextVersion {

    private NextVersion() {
    }

    static Dealer of(Dealer dealer) {
        return new Dealer(
                dealer.id(), dealer.name(), dealer.timeZone(), dealer.currency(), dealer.turnaround(), dealer.version() + 1);
    }

    static Car of(Car car) {
        return new Car(
                car.id(), car.dealerId(), car.registrationPlate(), car.make(), car.model(), car.modelYear(), car.category(),
                car.dailyPrice(), car.status(), car.version() + 1);
    }

    static Booking of(Booking booking) {
        return new Booking(
                booking.id(), booking.carId(), booking.dealerId(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), booking.progress(), booking.createdAt(),
                booking.version() + 1);
    }

    static MaintenanceWindow of(MaintenanceWindow window) {
        return new MaintenanceWindow(
                window.id(), window.carId(), window.dealerId(), window.period(), window.reason(), window.status(),
                window.createdAt(), window.version() + 1);
    }
}
