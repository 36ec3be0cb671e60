package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.ChangeBooking;
import java.util.Optional;

/** What changes about the customer of a booking; the absent stays. */
record ChangeCustomerRequest(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone) {

    ChangeBooking.CustomerChange toChange() {
        return new ChangeBooking.CustomerChange(name, email, phone);
    }
}
