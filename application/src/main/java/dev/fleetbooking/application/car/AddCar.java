package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Adds a car to a dealer's fleet, in service at once. */
public interface AddCar {

    /**
     * @throws RefusedException with {@link CommonRefusal.Forbidden} if the dealer is not the caller's, whether or not it exists,
     *                          with {@link CommonRefusal.ValidationFailed} if the dealer does not exist or a value breaks a rule,
     *                          with {@link FleetRefusal.DuplicateRegistrationPlate} if the dealer already has the plate
     */
    Car add(Command command);

    /**
     * The data of the car.
     *
     * @param modelYear  1950 to next year
     * @param dailyPrice in the dealer's currency
     */
    record Command(
            DealerId dealerId, String registrationPlate, String make, String model, int modelYear, String category,
            MoneyInput dailyPrice) {
    }
}
