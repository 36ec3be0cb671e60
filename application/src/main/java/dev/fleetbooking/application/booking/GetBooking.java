package dev.fleetbooking.application.booking;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;

/** Shows one booking. */
public interface GetBooking {

    /** @throws RefusedException with {@link Refusal.NotFound} if there is none with this id */
    Booking get(BookingId id);
}
