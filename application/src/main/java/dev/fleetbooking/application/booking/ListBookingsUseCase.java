package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import java.time.Clock;

@UseCase(readOnly = true)
class ListBookingsUseCase implements ListBookings {

    private final BookingRepository repository;
    private final Bookings bookings;
    private final Clock clock;

    ListBookingsUseCase(BookingRepository repository, Bookings bookings, Clock clock) {
        this.repository = repository;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public Page<BookingView> list(Filter filter, PageRequest<BookingId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();

        var now = clock.instant();
        var found = repository.list(filter, page, now);
        return found.withItems(bookings.views(found.items(), now));
    }
}
