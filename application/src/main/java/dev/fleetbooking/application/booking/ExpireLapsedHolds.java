package dev.fleetbooking.application.booking;

/**
 * Writes down that holds have lapsed. Nothing depends on it: a lapsed hold is expired in every answer and blocks nobody.
 */
public interface ExpireLapsedHolds {

    /** Ends some of them. Returns how many; 0 if none is left. */
    int expire();
}
