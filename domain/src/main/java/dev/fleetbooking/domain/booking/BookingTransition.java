package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.LifeCycle;

/** What moves a booking through its life, see {@link BookingLifeCycle}. */
public enum BookingTransition implements LifeCycle.Transition {
    BOOK("book", false),
    HOLD("hold", false),
    CONFIRMATION("confirmation", true),
    LAPSE("lapse", false),
    CANCELLATION("cancellation", true),
    HAND_OVER("hand-over", true),
    NO_SHOW("no-show", true),
    RETURN("return", true),
    RESCHEDULE("reschedule", false);

    private final String label;
    private final boolean requestable;

    BookingTransition(String label, boolean requestable) {
        this.label = label;
        this.requestable = requestable;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean requestable() {
        return requestable;
    }
}
