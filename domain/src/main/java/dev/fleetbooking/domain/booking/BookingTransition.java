package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.LifeCycle;

/** The transitions of a booking, see {@link BookingLifeCycle}. */
public enum BookingTransition implements LifeCycle.Transition {
    BOOK,
    HOLD,
    CONFIRMATION,
    LAPSE,
    CANCELLATION,
    HAND_OVER,
    NO_SHOW,
    RETURN,
    RESCHEDULE
}
