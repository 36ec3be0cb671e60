package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import java.time.Clock;

@UseCase
record ConfirmBookingUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) implements ConfirmBooking {

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
