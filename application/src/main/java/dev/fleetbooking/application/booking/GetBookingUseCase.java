package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import java.time.Clock;

@UseCase(readOnly = true)
class GetBookingUseCase implements GetBooking {

    private final BookingRepository repository;
    private final Bookings bookings;
    private final Clock clock;

    GetBookingUseCase(BookingRepository repository, Bookings bookings, Clock clock) {
        this.repository = repository;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public BookingView get(BookingId id) {
        return repository.find(id)
                .map(booking -> bookings.view(booking, clock.instant()))
                .orElseThrow(() -> new Refusal.NotFound("booking", id.value()).asException());
    }
}
