package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Moves a booking to another period of the same car, or corrects its customer. */
public interface ChangeBooking {

    /**
     * Returns the booking as it is now, with the same version if nothing changed. Days are counted again at the daily price
     * fixed in the booking.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.ValidationFailed}, {@link CommonRefusal.InvalidTransition} or
     *                          {@link FleetRefusal.CarUnavailable}
     */
    BookingView change(Command command);

    /** The changes; absent fields stay unchanged. */
    record Command(
            BookingId id, Precondition precondition, Optional<Instant> start, Optional<Instant> end,
            Optional<CustomerChange> customer) {
    }

    /** The changes of the customer; absent fields stay unchanged. */
    record CustomerChange(Optional<String> name, Optional<String> email, Optional<String> phone) {
    }
}
