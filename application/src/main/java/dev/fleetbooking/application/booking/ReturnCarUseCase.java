package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import java.time.Clock;

@UseCase
class ReturnCarUseCase implements ReturnCar {

    private final Bookings bookings;
    private final OccupancyRepository occupancies;
    private final Clock clock;

    ReturnCarUseCase(Bookings bookings, OccupancyRepository occupancies, Clock clock) {
        this.bookings = bookings;
        this.occupancies = occupancies;
        this.clock = clock;
    }

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
