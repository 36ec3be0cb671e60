package dev.fleetbooking.rest.car;

import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.rest.kit.money.MoneyRequest;
import jakarta.validation.Valid;
import java.util.Optional;

/** The changes of a car; absent fields stay unchanged. */
record ChangeCarRequest(
        Optional<@Valid MoneyRequest> dailyPrice,
        Optional<String> category,
        Optional<CarStatus> status) {

    ChangeCar.Command toCommand(CarId id, Precondition precondition) {
        return new ChangeCar.Command(id, precondition, dailyPrice.map(MoneyRequest::toInput), category, status);
    }
}
