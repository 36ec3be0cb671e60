package dev.fleetbooking.application.booking;

/**
 * Ends lapsed holds in the store. No answer depends on it: a lapsed hold is shown as expired and blocks nothing anyway.
 */
public interface ExpireLapsedHolds {

    /** Ends some of them. Returns how many; 0 if none is left. */
    int expire();
}
