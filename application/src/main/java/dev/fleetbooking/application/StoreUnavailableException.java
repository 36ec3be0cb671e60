package dev.fleetbooking.application;

/**
 * The store cannot be reached, is overloaded, or had to wait for a lock for too long. Nothing is changed, and the same
 * call may succeed later. Every call of a driven port may end so.
 */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("the store is unavailable", cause);
    }
}
