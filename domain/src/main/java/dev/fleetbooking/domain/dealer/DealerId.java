package dev.fleetbooking.domain.dealer;

import java.util.UUID;

/** Identifies a dealer. */
public record DealerId(UUID value) {
}
