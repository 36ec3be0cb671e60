package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;

@UseCase(readOnly = true)
class GetBookingUseCase implements GetBooking {

    private final BookingRepository bookings;

    GetBookingUseCase(BookingRepository bookings) {
        this.bookings = bookings;
    }

    @Override
    public Booking get(BookingId id) {
        return bookings.find(id).orElseThrow(() -> new Refusal.NotFound("booking", id.value()).asException());
    }
}
