package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

@UseCase
record HandOverCarUseCase(
        Bookings bookings, Unavailability unavailability, OccupancyRepository occupancies, Clock clock)
        implements HandOverCar {

    @Override
    public BookingView handOver(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);
        var handedOver = booking.handOver(now);
        if (handedOver.equals(booking)) {
            return bookings.view(booking, now);
        }
        bookings.settleLapsedHolds(booking.carId(), now);
        var others = bookings.calendar(booking.carId(), booking.period().start(), now).without(booking.id().value());
        if (others.isInUse()) {
            throw new FleetRefusal.CarNotReturned().asException();
        }
        occupancies.replace(booking.carId(), handedOver.occupancy(useStart(booking, others, now)));
        return bookings.view(bookings.update(EventType.CAR_HANDED_OVER, booking, handedOver, now), now);
    }

    private Instant useStart(Booking booking, CarCalendar others, Instant now) {
        var start = now.isBefore(booking.period().start())
                ? now.truncatedTo(ChronoUnit.MINUTES)
                : booking.period().start();
        // After the start there is no conflict, but after the end the car may have been taken out of service.
        unavailability.refuseIfAny(booking, new Period(start, booking.period().end()), others, now);
        return start;
    }
}
