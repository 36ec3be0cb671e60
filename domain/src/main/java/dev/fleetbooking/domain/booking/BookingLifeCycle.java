package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.booking.BookingStatus.ACTIVE;
import static dev.fleetbooking.domain.booking.BookingStatus.CANCELLED;
import static dev.fleetbooking.domain.booking.BookingStatus.COMPLETED;
import static dev.fleetbooking.domain.booking.BookingStatus.CONFIRMED;
import static dev.fleetbooking.domain.booking.BookingStatus.EXPIRED;
import static dev.fleetbooking.domain.booking.BookingStatus.HELD;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.of;

import dev.fleetbooking.domain.kit.LifeCycle;
import java.util.List;

/** The life cycle of a booking, as the table that all other code uses. */
public final class BookingLifeCycle {

    private static final String CAR_AVAILABLE = "the car is available";
    private static final String NEW_PERIOD_AVAILABLE =
            "the new period is available apart from the booking's own occupancy and lateness; once ACTIVE the start is fixed; "
                    + "a changed start obeys the start limits, the end lies after now";

    public static final LifeCycle<BookingStatus, BookingTransition> TABLE = new LifeCycle<>(List.of(
            creating(BookingTransition.BOOK, CONFIRMED, CAR_AVAILABLE),
            creating(BookingTransition.HOLD, HELD, CAR_AVAILABLE + "; lapses after 15 minutes unless configured otherwise"),
            of(HELD, BookingTransition.CONFIRMATION, CONFIRMED, ""),
            of(HELD, BookingTransition.LAPSE, EXPIRED, "time passed"),
            of(HELD, BookingTransition.CANCELLATION, CANCELLED, ""),
            of(CONFIRMED, BookingTransition.CANCELLATION, CANCELLED, ""),
            of(CONFIRMED, BookingTransition.HAND_OVER, ACTIVE,
                    "from 60 minutes before the start until the end; the car is back: no other booking of it ACTIVE, no window "
                            + "IN_PROGRESS; nothing else occupies it from now until the start"),
            of(CONFIRMED, BookingTransition.NO_SHOW, BookingStatus.NO_SHOW, "from 30 minutes after the start"),
            of(ACTIVE, BookingTransition.RETURN, COMPLETED, ""),
            of(HELD, BookingTransition.RESCHEDULE, HELD, NEW_PERIOD_AVAILABLE),
            of(CONFIRMED, BookingTransition.RESCHEDULE, CONFIRMED, NEW_PERIOD_AVAILABLE),
            of(ACTIVE, BookingTransition.RESCHEDULE, ACTIVE, NEW_PERIOD_AVAILABLE)));

    private BookingLifeCycle() {
    }
}
