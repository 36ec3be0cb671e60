package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Hands the car over to the customer. Before the start of the booking it claims the car from now on. */
public interface HandOverCar {

    /**
     * Returns the booking as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.InvalidTransition}, {@link CommonRefusal.TooEarly},
     *                          {@link CommonRefusal.TooLate}, {@link FleetRefusal.CarNotReturned} or
     *                          {@link FleetRefusal.CarUnavailable}
     */
    BookingView handOver(Command command);

    /** Which booking. */
    record Command(BookingId id, Precondition precondition) {
    }
}
