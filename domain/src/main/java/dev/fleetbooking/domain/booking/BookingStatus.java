package dev.fleetbooking.domain.booking;

/** The status of a booking, see {@link BookingLifeCycle}. */
public enum BookingStatus {
    /** Made, not confirmed yet; lapses by itself. */
    HELD,
    /** Agreed; the customer has not come yet. */
    CONFIRMED,
    /** The customer has the car. */
    ACTIVE,
    /** The car is back. */
    COMPLETED,
    /** Cancelled before the hand-over. */
    CANCELLED,
    /** A hold that lapsed. */
    EXPIRED,
    /** The customer did not come. */
    NO_SHOW;

    /** Whether a booking in this status has an occupancy; a completed one may keep a part of it. */
    public boolean isLive() {
        return !BookingLifeCycle.TABLE.isTerminal(this);
    }
}
