package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;

@UseCase
record ConfirmBookingUseCase(Bookings bookings) implements ConfirmBooking {

    @Override
    public BookingView confirm(BookingId id, Precondition precondition) {
        return bookings.step(id, precondition, EventType.BOOKING_CONFIRMED, (booking, _) -> booking.confirm());
    }
}
