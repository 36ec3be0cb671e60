package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.CustomerInput;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The customer of a new booking. */
record CustomerRequest(
        @NotNull String name,
        @NotNull String email,
        Optional<String> phone) {

    CustomerInput toInput() {
        return new CustomerInput(name, email, phone);
    }
}
