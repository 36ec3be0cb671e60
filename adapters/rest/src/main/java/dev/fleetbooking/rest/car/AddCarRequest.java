package dev.fleetbooking.rest.car;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.text.Name;
import dev.fleetbooking.rest.pricing.MoneyRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A car that joins a dealer's fleet. */
record AddCarRequest(
        @NotNull UUID dealerId,
        @NotNull @Schema(minLength = 1, maxLength = RegistrationPlate.MAX_LENGTH) String registrationPlate,
        @NotNull @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) String make,
        @NotNull @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) String model,
        @NotNull @Schema(minimum = "" + ModelYear.EARLIEST) Integer modelYear,
        @NotNull @Schema(pattern = "^" + Category.PATTERN + "$") String category,
        @NotNull @Valid MoneyRequest dailyPrice) {

    AddCar.Command toCommand() {
        return new AddCar.Command(
                new DealerId(dealerId), registrationPlate, make, model, modelYear, category, dailyPrice.toInput());
    }
}
