package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import java.time.Clock;

@UseCase(readOnly = true)
record ListBookingsUseCase(BookingRepository repository, Bookings bookings, CurrentCaller callers, Clock clock)
        implements ListBookings {

    @Override
    public Page<BookingView> list(CalendarFilter<BookingStatus> filter, PageRequest<BookingId> page) {
        filter.refuseUnlessInOrder();
        var now = clock.instant();
        var found = repository.list(filter, callers.get(), page, now);
        return found.withItems(bookings.views(found.items(), now));
    }
}
