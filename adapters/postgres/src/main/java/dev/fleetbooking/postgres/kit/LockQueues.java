package dev.fleetbooking.postgres.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Limits how many calls of this instance wait for the same lock. PostgreSQL orders the waiting calls, but each of them occupies a
 * connection: if the holder of the lock hangs, they would occupy the whole pool, and no other call would be served.
 */
@Component
public class LockQueues {

    private final int maxWaiters;
    private final Map<Object, Integer> waiters = new ConcurrentHashMap<>();

    /** Only marks the lock; it disappears with the transaction. */
    private record Held(Object lock) implements TransactionSynchronization {
    }

    LockQueues(@Value("${fleet.max-waiters-per-lock}") int maxWaiters) {
        this.maxWaiters = maxWaiters;
    }

    /**
     * Executes a statement that may wait for a lock.
     *
     * @param lock identifies the lock, such as the id of a row; the same for all statements that wait for it
     * @throws LockQueueFullException at once if the maximum number of calls already waits for this lock
     */
    public <T> T join(Object lock, Supplier<T> statement) {
        if (isHeld(lock)) {
            return statement.get();
        }
        waiters.merge(lock, 1, (count, one) -> {
            if (count >= maxWaiters) {
                throw new LockQueueFullException(lock);
            }
            return count + one;
        });
        try {
            return statement.get();
        } finally {
            waiters.computeIfPresent(lock, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Executes a statement that acquires the lock exclusively for the running transaction, see {@link #hold}. */
    public <T> T acquire(Object lock, Supplier<T> statement) {
        var result = join(lock, statement);
        hold(lock);
        return result;
    }

    /**
     * Records that the running transaction holds this lock exclusively. Until its end it does not queue for the lock again: a
     * full queue of calls that wait for this transaction would refuse it, and it would have to release the lock.
     */
    public void hold(Object lock) {
        TransactionSynchronizationManager.registerSynchronization(new Held(lock));
    }

    private static boolean isHeld(Object lock) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().contains(new Held(lock));
    }
}
