package dev.fleetbooking.rest.car;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.kit.money.MoneyRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A new car of a dealer's fleet. */
record AddCarRequest(
        @NotNull UUID dealerId,
        @NotNull String registrationPlate,
        @NotNull String make,
        @NotNull String model,
        @NotNull Integer modelYear,
        @NotNull String category,
        @NotNull @Valid MoneyRequest dailyPrice) {

    AddCar.Command toCommand() {
        return new AddCar.Command(
                new DealerId(dealerId), registrationPlate, make, model, modelYear, category, dailyPrice.toInput());
    }
}
