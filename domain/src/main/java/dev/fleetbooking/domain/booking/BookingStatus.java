package dev.fleetbooking.domain.booking;

/** Where a booking is in its life, see {@link BookingLifeCycle}. */
public enum BookingStatus {
    /** Made, not confirmed yet; lapses by itself. */
    HELD,
    /** Agreed; the customer has not come yet. */
    CONFIRMED,
    /** The customer has the car. */
    ACTIVE,
    /** The car is back. */
    COMPLETED,
    /** Called off. */
    CANCELLED,
    /** A hold that lapsed. */
    EXPIRED,
    /** The customer did not come. */
    NO_SHOW;

    /** Whether a booking in this status has an occupancy; a completed one may keep what is left of it. */
    public boolean isLive() {
        return !BookingLifeCycle.TABLE.isTerminal(this);
    }
}
