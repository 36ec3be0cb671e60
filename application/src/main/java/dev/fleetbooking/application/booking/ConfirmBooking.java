package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;

/** Confirms a hold, so that it does not lapse any more. */
public interface ConfirmBooking {

    /**
     * Returns the booking as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          or {@link Refusal.InvalidTransition}
     */
    BookingView confirm(Command command);

    /** Which booking. */
    record Command(BookingId id, Precondition precondition) {
    }
}
