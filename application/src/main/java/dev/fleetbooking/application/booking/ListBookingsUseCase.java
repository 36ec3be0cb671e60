package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Clock;

@UseCase(readOnly = true)
record ListBookingsUseCase(BookingRepository repository, Bookings bookings, CurrentCaller callers, Clock clock)
        implements ListBookings {

    @Override
    public Page<BookingView> list(Filter filter, PageRequest<BookingId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();

        var now = clock.instant();
        var found = repository.list(filter, callers.get(), page, now);
        return found.withItems(bookings.views(found.items(), now));
    }
}
