package dev.fleetbooking.application.booking;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;

/** Shows one booking. */
public interface GetBooking {

    /** @throws RefusedException with {@link Refusal.NotFound} if there is none with this id */
    BookingView get(BookingId id);
}
