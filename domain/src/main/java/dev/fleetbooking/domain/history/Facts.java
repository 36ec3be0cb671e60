package dev.fleetbooking.domain.history;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.util.Optional;

/**
 * What the history records of a booking, a window or a car at one time; never the customer. Facts that a subject does not have
 * are absent.
 *
 * @param status the name of the subject's status
 */
public record Facts(
        String status,
        Optional<CarId> carId,
        Optional<Period> period,
        Optional<Money> dailyPrice,
        Optional<Money> total,
        Optional<Category> category,
        Optional<Reason> reason) {

    /** The facts of a booking. */
    public static Facts of(Booking booking) {
        return new Facts(
                booking.status().name(), Optional.of(booking.carId()), Optional.of(booking.period()),
                Optional.of(booking.price().dailyPrice()), Optional.of(booking.price().total()), Optional.empty(),
                booking.progress().cancellationReason());
    }

    /** The facts of a maintenance window. */
    public static Facts of(MaintenanceWindow window) {
        return new Facts(
                window.status().name(), Optional.of(window.carId()), Optional.of(window.period()), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(window.reason()));
    }

    /** The facts of a car. */
    public static Facts of(Car car) {
        return new Facts(
                car.status().name(), Optional.empty(), Optional.empty(), Optional.of(car.dailyPrice()), Optional.empty(),
                Optional.of(car.category()), Optional.empty());
    }
}
