package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import java.time.Clock;

@UseCase
record RecordNoShowUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) implements RecordNoShow {

    @Override
    public BookingView record(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);
        var noShow = booking.noShow(now);
        if (noShow.equals(booking)) {
            return bookings.view(booking, now);
        }
        occupancies.release(booking.id().value());
        return bookings.view(bookings.update(EventType.BOOKING_NO_SHOW, booking, noShow, now), now);
    }
}
