package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;

/** Notes that a customer did not come, and frees the car. */
public interface RecordNoShow {

    /**
     * Returns the booking as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.InvalidTransition} or {@link Refusal.TooEarly}
     */
    BookingView record(Command command);

    /** Which booking. */
    record Command(BookingId id, Precondition precondition) {
    }
}
