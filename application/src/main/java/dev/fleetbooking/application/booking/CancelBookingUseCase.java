package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Clock;

@UseCase
record CancelBookingUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) implements CancelBooking {

    @Override
    public BookingView cancel(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);

        var violations = new Violations();
        var reason = violations.check("reason", () -> command.reason().map(Reason::new));
        violations.refuseIfAny();

        var cancelled = booking.cancel(reason);
        if (cancelled.equals(booking)) {
            return bookings.view(booking, now);
        }
        occupancies.release(booking.id().value());
        return bookings.view(bookings.update(EventType.BOOKING_CANCELLED, booking, cancelled, now), now);
    }
}
