package dev.fleetbooking.application.car;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Shows one car, with what occupies it at an instant if requested. */
public interface GetCar {

    /**
     * @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id, with
     *                          {@link CommonRefusal.Forbidden} if the caller must not learn what occupies it
     */
    CarView get(CarId id, Optional<Instant> asOf);
}
