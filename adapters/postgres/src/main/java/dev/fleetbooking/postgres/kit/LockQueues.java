package dev.fleetbooking.postgres.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many calls of this instance wait for the same lock. PostgreSQL decides whose turn it is, but each that waits holds
 * a connection: if whoever has the lock hangs, they would hold all of the pool, and nobody else would be served.
 */
@Component
public class LockQueues {

    private final int maxWaiters;
    private final Map<Object, Integer> waiters = new ConcurrentHashMap<>();

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
        waiters.compute(lock, this::oneMore);
        try {
            return statement.get();
        } finally {
            waiters.computeIfPresent(lock, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private int oneMore(Object lock, Integer count) {
        if (count == null) {
            return 1;
        }
        if (count >= maxWaiters) {
            throw new LockQueueFullException(lock);
        }
        return count + 1;
    }
}
