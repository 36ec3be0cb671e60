package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.domain.booking.EmailAddress;
import dev.fleetbooking.domain.booking.PhoneNumber;
import dev.fleetbooking.domain.text.Name;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What changes about the customer of a booking; the absent stays. */
record ChangeCustomerRequest(
        @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) Optional<String> name,
        @Schema(format = "email", maxLength = EmailAddress.MAX_LENGTH) Optional<String> email,
        @Schema(minLength = 1, maxLength = PhoneNumber.MAX_LENGTH) Optional<String> phone) {

    ChangeBooking.CustomerChange toChange() {
        return new ChangeBooking.CustomerChange(name, email, phone);
    }
}
