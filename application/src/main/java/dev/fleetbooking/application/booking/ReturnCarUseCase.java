package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import java.time.Clock;

@UseCase
record ReturnCarUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) implements ReturnCar {

    @Override
    public BookingView takeBack(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);
        var returned = booking.takeBack(now);
        if (returned.equals(booking)) {
            return bookings.view(booking, now);
        }
        bookings.settleLapsedHolds(booking.carId(), now);
        bookings.calendar(booking.carId(), booking.period().start(), now)
                .givenBack(booking.id().value(), booking.turnaround())
                .ifPresentOrElse(
                        left -> occupancies.replace(booking.carId(), left),
                        () -> occupancies.release(booking.id().value()));
        return bookings.view(bookings.update(EventType.CAR_RETURNED, booking, returned, now), now);
    }
}
