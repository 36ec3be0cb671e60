package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.text.Reason;

@UseCase
class CancelBookingUseCase implements CancelBooking {

    private final BookingRepository bookings;
    private final OccupancyRepository occupancies;

    CancelBookingUseCase(BookingRepository bookings, OccupancyRepository occupancies) {
        this.bookings = bookings;
        this.occupancies = occupancies;
    }

    @Override
    public Booking cancel(Command command) {
        var booking = bookings.findForUpdate(command.id())
                .orElseThrow(() -> new Refusal.NotFound("booking", command.id().value()).asException());
        command.precondition().verify(booking.revision());

        var violations = new Violations();
        var reason = violations.check("reason", () -> command.reason().map(Reason::new));
        violations.refuseIfAny();

        var cancelled = booking.cancel(reason);
        if (cancelled.equals(booking)) {
            return booking;
        }
        occupancies.release(booking.id().value());
        return bookings.update(cancelled);
    }
}
