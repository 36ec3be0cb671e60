package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

@UseCase
record HandOverCarUseCase(Bookings bookings, Unavailability unavailability) implements HandOverCar {

    @Override
    public BookingView handOver(BookingId id, Precondition precondition) {
        return bookings.step(id, precondition, EventType.CAR_HANDED_OVER, Booking::handOver, this::inUse);
    }

    private Optional<Occupancy> inUse(Booking handedOver, Instant now) {
        var period = handedOver.period();
        var others = bookings.settledCalendar(handedOver.carId(), period.start(), now).whenGivenTo(handedOver.id().value());
        var start = now.isBefore(period.start()) ? now.truncatedTo(ChronoUnit.MINUTES) : period.start();
        // After the start there is no conflict, but after the end the car may have been taken out of service.
        unavailability.refuseIfAny(handedOver, new Period(start, period.end()), others, now);
        return Optional.of(handedOver.occupancy(start));
    }
}
