package dev.fleetbooking.application.car;

import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;

/** A car and the dealer that rents it out. */
public record CarOfDealer(Car car, Dealer dealer) {
}
