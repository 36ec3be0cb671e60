package dev.fleetbooking.rest.booking;

import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import java.util.Optional;

/** The customer of a booking. */
record CustomerResponse(String name, String email, Optional<String> phone) {

    static CustomerResponse of(Customer customer) {
        return new CustomerResponse(
                customer.name().value(), customer.email().value(), customer.phone().map(PhoneNumber::value));
    }
}
