package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import java.time.Instant;
import java.util.Optional;

/** The changes of a booking; absent fields stay unchanged. */
record ChangeBookingRequest(Optional<Instant> start, Optional<Instant> end, Optional<ChangeCustomerRequest> customer) {

    ChangeBooking.Command toCommand(BookingId id, Precondition precondition) {
        return new ChangeBooking.Command(id, precondition, start, end, customer.map(ChangeCustomerRequest::toChange));
    }

    /** What changes about the customer of a booking; the absent stays. */
    record ChangeCustomerRequest(Optional<String> name, Optional<String> email, Optional<String> phone) {

        ChangeBooking.CustomerChange toChange() {
            return new ChangeBooking.CustomerChange(name, email, phone);
        }
    }
}
