package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.text.Reason;
import java.time.Clock;

@UseCase
class CancelBookingUseCase implements CancelBooking {

    private final Bookings bookings;
    private final OccupancyRepository occupancies;
    private final Clock clock;

    CancelBookingUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) {
        this.bookings = bookings;
        this.occupancies = occupancies;
        this.clock = clock;
    }

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
