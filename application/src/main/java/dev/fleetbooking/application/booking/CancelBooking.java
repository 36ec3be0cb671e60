package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import java.util.Optional;

/** Calls a booking off and frees its car. */
public interface CancelBooking {

    /**
     * Returns the booking as it is now, unchanged if it was cancelled before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.ValidationFailed} or {@link Refusal.InvalidTransition}
     */
    BookingView cancel(Command command);

    /** Which booking, and why. */
    record Command(BookingId id, Precondition precondition, Optional<String> reason) {
    }
}
