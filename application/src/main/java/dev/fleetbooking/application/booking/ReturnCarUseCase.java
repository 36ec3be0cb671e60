package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.history.EventType;
import java.time.Instant;
import java.util.Optional;

@UseCase
record ReturnCarUseCase(Bookings bookings) implements ReturnCar {

    @Override
    public BookingView takeBack(BookingId id, Precondition precondition) {
        return bookings.step(id, precondition, EventType.CAR_RETURNED, Booking::takeBack, this::leftOver);
    }

    private Optional<Occupancy> leftOver(Booking returned, Instant now) {
        return bookings.settledCalendar(returned.carId(), returned.period().start(), now)
                .givenBack(returned.id().value(), returned.turnaround());
    }
}
