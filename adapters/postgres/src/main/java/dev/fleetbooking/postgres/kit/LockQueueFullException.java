package dev.fleetbooking.postgres.kit;

/** As many calls as may wait for a lock do so. Run again as a whole a moment later, the call may find room. */
public class LockQueueFullException extends RunAgainException {

    private static final long serialVersionUID = 1L;

    LockQueueFullException(Object lock) {
        super("Too many wait for the lock of " + lock);
    }
}
