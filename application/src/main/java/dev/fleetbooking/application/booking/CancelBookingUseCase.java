package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Reason;
import java.util.Optional;

@UseCase
record CancelBookingUseCase(Bookings bookings) implements CancelBooking {

    @Override
    public BookingView cancel(BookingId id, Precondition precondition, Optional<String> reason) {
        return bookings.step(
                id, precondition, EventType.BOOKING_CANCELLED, (booking, _) -> booking.cancel(check(reason)));
    }

    private static Optional<Reason> check(Optional<String> given) {
        var violations = new Violations();
        var reason = violations.check("reason", () -> given.map(Reason::new));
        violations.refuseIfAny();
        return reason;
    }
}
