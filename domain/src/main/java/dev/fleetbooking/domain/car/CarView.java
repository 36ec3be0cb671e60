package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.calendar.Occupancy;
import java.util.Optional;

/**
 * A car as its readers see it.
 *
 * @param occupiedBy what occupies the car at the requested instant, if one was requested and anything does
 */
public record CarView(Car car, Optional<Occupancy> occupiedBy) {
}
