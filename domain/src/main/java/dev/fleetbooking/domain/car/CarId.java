package dev.fleetbooking.domain.car;

import java.util.UUID;

/** Identifies a car. */
public record CarId(UUID value) {
}
