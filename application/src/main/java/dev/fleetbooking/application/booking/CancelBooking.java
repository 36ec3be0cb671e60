package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;

/** Cancels a booking and frees its car. */
public interface CancelBooking {

    /**
     * Returns the booking as it is now, unchanged if it was cancelled before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.ValidationFailed} or {@link CommonRefusal.InvalidTransition}
     */
    BookingView cancel(BookingId id, Precondition precondition, Optional<String> reason);
}
