package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;

/** Changes a car's price, category or status; bookings already made keep their price. */
public interface ChangeCar {

    /**
     * Returns the car as it is now, with the same version if nothing changed.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.ValidationFailed}, {@link FleetRefusal.CarHasOccupancies} or
     *                          {@link FleetRefusal.CarRetired}
     */
    Car change(Command command);

    /** The changes; absent fields stay unchanged. */
    record Command(
            CarId id,
            Precondition precondition,
            Optional<MoneyInput> dailyPrice,
            Optional<String> category,
            Optional<CarStatus> status) {
    }
}
