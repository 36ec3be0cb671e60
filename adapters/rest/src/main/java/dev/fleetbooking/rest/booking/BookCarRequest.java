package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.rest.kit.money.MoneyRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who wants which car, and when. */
record BookCarRequest(
        @NotNull UUID carId,
        @NotNull @Valid CustomerRequest customer,
        @NotNull Instant start,
        @NotNull Instant end,
        Optional<@Valid MoneyRequest> expectedTotal,
        Optional<Boolean> hold) {

    BookCar.Command toCommand() {
        return new BookCar.Command(
                new CarId(carId), customer.toInput(), start, end, expectedTotal.map(MoneyRequest::toInput),
                hold.orElse(false));
    }

    record CustomerRequest(
            @NotNull String name,
            @NotNull String email,
            Optional<String> phone) {

        CustomerInput toInput() {
            return new CustomerInput(name, email, phone);
        }
    }
}
