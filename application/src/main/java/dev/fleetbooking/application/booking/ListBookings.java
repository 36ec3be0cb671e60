package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;

/** Lists bookings by id. */
public interface ListBookings {

    /**
     * One page of the bookings that pass the filter.
     *
     * @throws RefusedException with {@link Refusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<Booking> list(BookingRepository.Filter filter, PageRequest<BookingId> page);
}
