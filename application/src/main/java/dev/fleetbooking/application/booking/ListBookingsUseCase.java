package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;

@UseCase(readOnly = true)
class ListBookingsUseCase implements ListBookings {

    private final BookingRepository bookings;

    ListBookingsUseCase(BookingRepository bookings) {
        this.bookings = bookings;
    }

    @Override
    public Page<Booking> list(BookingRepository.Filter filter, PageRequest<BookingId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();
        return bookings.list(filter, page);
    }
}
