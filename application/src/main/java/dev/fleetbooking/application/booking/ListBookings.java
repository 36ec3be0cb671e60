package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Lists bookings by id. */
public interface ListBookings {

    /**
     * One page of the bookings that pass the filter.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<BookingView> list(CalendarFilter<BookingStatus> filter, PageRequest<BookingId> page);
}
