package dev.fleetbooking.application.car;

import dev.fleetbooking.application.MoneyInput;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.DealerId;

/** Adds a car to a dealer's fleet, in service at once. */
public interface AddCar {

    /**
     * @throws RefusedException with {@link Refusal.ValidationFailed} if the dealer does not exist or a value breaks a rule,
     *                          with {@link Refusal.DuplicateRegistrationPlate} if the dealer has the plate already
     */
    Car add(Command command);

    /**
     * What is known of the car.
     *
     * @param modelYear  1950 to next year
     * @param dailyPrice in the dealer's currency
     */
    record Command(
            DealerId dealerId, String registrationPlate, String make, String model, int modelYear, String category,
            MoneyInput dailyPrice) {
    }
}
