package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.pricing.Quote;

/** A car that is available for a period, and what it costs. */
public record Offer(Car car, Quote quote) {
}
