package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.ChangeBooking;
import java.util.Optional;

/** The changes of a booking's customer; absent fields stay unchanged. */
record ChangeCustomerRequest(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone) {

    ChangeBooking.CustomerChange toChange() {
        return new ChangeBooking.CustomerChange(name, email, phone);
    }
}
