package dev.fleetbooking.application.car;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;

/** Shows one car. */
public interface GetCar {

    /** @throws RefusedException with {@link Refusal.NotFound} if there is none with this id */
    Car get(CarId id);
}
