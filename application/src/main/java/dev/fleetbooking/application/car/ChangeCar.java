package dev.fleetbooking.application.car;

import dev.fleetbooking.application.MoneyInput;
import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import java.util.Optional;

/** Changes a car's price, category or status; bookings already made keep their price. */
public interface ChangeCar {

    /**
     * Returns the car as it is now, with the same version if nothing changed.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.ValidationFailed}, {@link Refusal.CarHasOccupancies} or
     *                          {@link Refusal.CarRetired}
     */
    Car change(Command command);

    /** What changes; the absent stays. */
    record Command(
            CarId id,
            Precondition precondition,
            Optional<MoneyInput> dailyPrice,
            Optional<String> category,
            Optional<CarStatus> status) {
    }
}
