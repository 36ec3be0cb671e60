package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import java.time.Clock;

@UseCase
class ConfirmBookingUseCase implements ConfirmBooking {

    private final Bookings bookings;
    private final OccupancyRepository occupancies;
    private final Clock clock;

    ConfirmBookingUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) {
        this.bookings = bookings;
        this.occupancies = occupancies;
        this.clock = clock;
    }

    @Override
    public BookingView confirm(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);
        var confirmed = booking.confirm();
        if (confirmed.equals(booking)) {
            return bookings.view(booking, now);
        }
        occupancies.replace(booking.carId(), confirmed.occupancy());
        return bookings.view(bookings.update(EventType.BOOKING_CONFIRMED, booking, confirmed, now), now);
    }
}
