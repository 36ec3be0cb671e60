package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/**
 * Records that a customer did not come, at the earliest {@link BookingPolicy#NO_SHOW_GRACE} after the start, and frees the
 * car.
 */
public interface RecordNoShow {

    /**
     * Returns the booking as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.InvalidTransition} or {@link CommonRefusal.TooEarly}
     */
    BookingView record(BookingId id, Precondition precondition);
}
