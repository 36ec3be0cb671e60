package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;

/** Gives a customer the car. Before the start of the booking it claims the car from now on. */
public interface HandOverCar {

    /**
     * Returns the booking as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.InvalidTransition}, {@link Refusal.TooEarly}, {@link Refusal.TooLate},
     *                          {@link Refusal.CarNotReturned} or {@link Refusal.CarUnavailable}
     */
    BookingView handOver(Command command);

    /** Which booking. */
    record Command(BookingId id, Precondition precondition) {
    }
}
