package dev.fleetbooking.application.booking;

import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Shows one booking. */
public interface GetBooking {

    /** @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id */
    BookingView get(BookingId id);
}
