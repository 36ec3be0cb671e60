package dev.fleetbooking.application.car;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import java.time.Instant;
import java.util.Optional;

/** Shows one car, and what occupies it at an instant if that is asked. */
public interface GetCar {

    /** @throws RefusedException with {@link Refusal.NotFound} if there is none with this id */
    CarView get(CarId id, Optional<Instant> asOf);
}
