package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.domain.booking.EmailAddress;
import dev.fleetbooking.domain.booking.PhoneNumber;
import dev.fleetbooking.domain.text.Name;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The customer of a new booking. */
record CustomerRequest(
        @NotNull @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) String name,
        @NotNull @Schema(format = "email", maxLength = EmailAddress.MAX_LENGTH) String email,
        @Schema(minLength = 1, maxLength = PhoneNumber.MAX_LENGTH) Optional<String> phone) {

    CustomerInput toInput() {
        return new CustomerInput(name, email, phone);
    }
}
