package dev.fleetbooking.postgres.kit;

/** The maximum number of calls already waits for a lock. A retry of the whole call a moment later may succeed. */
public class LockQueueFullException extends RunAgainException {

    LockQueueFullException(Object lock) {
        super("Too many wait for the lock of " + lock);
    }
}
