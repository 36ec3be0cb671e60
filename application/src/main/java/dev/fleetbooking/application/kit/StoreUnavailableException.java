package dev.fleetbooking.application.kit;

/**
 * The store cannot be reached, is overloaded, or waited for a lock for too long or with too many others; the same call may
 * succeed later. Every call of a driving port may throw this, because the transaction around it may. Nothing is changed, except
 * if the connection was lost during the commit: then it is unknown whether the change was made.
 */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("the store is unavailable", cause);
    }
}
