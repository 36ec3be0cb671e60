package dev.fleetbooking.application.kit;

/**
 * The store cannot be reached, is overloaded, or had to wait for a lock for too long or with too many others; the same call
 * may succeed later. Every call of a driving port may end so, because the transaction around it may. Nothing is changed,
 * unless the store was lost during the commit: then nobody knows.
 */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("the store is unavailable", cause);
    }
}
