package dev.fleetbooking.application.calendar;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What blocks the cars. No two occupancies of one car ever overlap, whoever writes them. */
public interface OccupancyRepository {

    /**
     * Blocks the car for the occupancy, unless it is blocked already by another one for any part of that time: then
     * nothing changes. Atomic: of two overlapping claims made at once exactly one succeeds, and the other waits until that
     * is settled. The car must have been found for claim or for update in the same call.
     *
     * @return whether the car is now blocked by this occupancy
     */
    boolean claim(CarId carId, Occupancy occupancy);

    /**
     * Frees the car from the occupancy of this owner; nothing happens if there is none. The car must have been found for
     * update in the same call.
     */
    void release(UUID ownerId);

    /** The car's occupancies that block it after the instant, by start. */
    List<Occupancy> findByCar(CarId carId, Instant after);
}
