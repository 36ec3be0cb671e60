package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.LifeCycle;

/** The transitions of a booking, see {@link BookingLifeCycle}. */
public enum BookingTransition implements LifeCycle.Transition {
    BOOK(false),
    HOLD(false),
    CONFIRMATION(true),
    LAPSE(false),
    CANCELLATION(true),
    HAND_OVER(true),
    NO_SHOW(true),
    RETURN(true),
    RESCHEDULE(false);

    private final boolean requestable;

    BookingTransition(boolean requestable) {
        this.requestable = requestable;
    }

    @Override
    public boolean requestable() {
        return requestable;
    }
}
