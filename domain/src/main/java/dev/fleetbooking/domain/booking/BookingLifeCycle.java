package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.booking.BookingStatus.ACTIVE;
import static dev.fleetbooking.domain.booking.BookingStatus.CANCELLED;
import static dev.fleetbooking.domain.booking.BookingStatus.COMPLETED;
import static dev.fleetbooking.domain.booking.BookingStatus.CONFIRMED;
import static dev.fleetbooking.domain.booking.BookingStatus.EXPIRED;
import static dev.fleetbooking.domain.booking.BookingStatus.HELD;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.of;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.unrequested;

import dev.fleetbooking.domain.kit.LifeCycle;
import java.util.List;

/** The life cycle of a booking, as the table that all other code uses. */
public final class BookingLifeCycle {

    public static final LifeCycle<BookingStatus, BookingTransition> TABLE = new LifeCycle<>(List.of(
            creating(BookingTransition.BOOK, CONFIRMED),
            creating(BookingTransition.HOLD, HELD),
            of(HELD, BookingTransition.CONFIRMATION, CONFIRMED),
            unrequested(HELD, BookingTransition.LAPSE, EXPIRED),
            of(HELD, BookingTransition.CANCELLATION, CANCELLED),
            of(CONFIRMED, BookingTransition.CANCELLATION, CANCELLED),
            of(CONFIRMED, BookingTransition.HAND_OVER, ACTIVE),
            of(CONFIRMED, BookingTransition.NO_SHOW, BookingStatus.NO_SHOW),
            of(ACTIVE, BookingTransition.RETURN, COMPLETED),
            unrequested(HELD, BookingTransition.RESCHEDULE, HELD),
            unrequested(CONFIRMED, BookingTransition.RESCHEDULE, CONFIRMED),
            unrequested(ACTIVE, BookingTransition.RESCHEDULE, ACTIVE)));

    private BookingLifeCycle() {
    }
}
