package dev.fleetbooking.postgres.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Bounds how many calls of this instance wait for the same lock. PostgreSQL decides whose turn it is, but each that waits holds
 * a connection: if whoever has the lock hangs, they would hold all of the pool, and nobody else would be served.
 */
@Component
public class LockQueues {

    private final int maxWaiters;
    private final Map<Object, Integer> waiters = new ConcurrentHashMap<>();

    /** Nothing to do at the end but to be gone with the transaction. */
    private record Held(Object lock) implements TransactionSynchronization {
    }

    LockQueues(@Value("${fleet.max-waiters-per-lock}") int maxWaiters) {
        this.maxWaiters = maxWaiters;
    }

    /**
     * Executes a statement that may wait for a lock.
     *
     * @param lock what all statements that wait for the same have in common, such as the id of a car
     * @throws LockQueueFullException at once if as many as may wait for this lock do so
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

    /** Executes a statement that takes the lock for the running transaction alone, see {@link #hold}. */
    public <T> T acquire(Object lock, Supplier<T> statement) {
        var result = join(lock, statement);
        hold(lock);
        return result;
    }

    /**
     * Says that the running transaction has this lock and shares it with nobody. Until its end it does not queue for the lock
     * again: a queue full of those who wait for it would turn it away, and it would have to give up what they wait for.
     */
    public void hold(Object lock) {
        TransactionSynchronizationManager.registerSynchronization(new Held(lock));
    }

    private static boolean isHeld(Object lock) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().contains(new Held(lock));
    }
}
