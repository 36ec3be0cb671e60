package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.time.Clock;

@UseCase(readOnly = true)
record GetBookingUseCase(BookingRepository repository, Bookings bookings, CurrentCaller callers, Clock clock)
        implements GetBooking {

    @Override
    public BookingView get(BookingId id) {
        return repository.find(id)
                .filter(booking -> booking.isKnownTo(callers.get()))
                .map(booking -> bookings.view(booking, clock.instant()))
                .orElseThrow(() -> new CommonRefusal.NotFound("booking", id.value()).asException());
    }
}
