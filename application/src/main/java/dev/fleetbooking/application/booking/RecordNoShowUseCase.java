package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;

@UseCase
record RecordNoShowUseCase(Bookings bookings) implements RecordNoShow {

    @Override
    public BookingView record(BookingId id, Precondition precondition) {
        return bookings.step(id, precondition, EventType.BOOKING_NO_SHOW, Booking::noShow);
    }
}
