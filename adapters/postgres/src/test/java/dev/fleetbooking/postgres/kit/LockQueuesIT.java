package dev.fleetbooking.postgres.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LockQueuesIT {

    private final LockQueues queues = new LockQueues(2);

    @Test
    void aCallThatFindsAFullQueueIsRefusedAndRetryable() {
        queues.join("one", () -> queues.join("one", () -> {
            assertThatExceptionOfType(LockQueueFullException.class)
                    .isThrownBy(() -> queues.join("one", () -> "served"))
                    .matches(PostgresFailures::isRetryable)
                    .matches(PostgresFailures::isLockUnavailable);
            return null;
        }));

        assertThat(queues.join("one", () -> "served")).isEqualTo("served");
    }

    @Test
    void queuesOfDifferentLocksAreIndependent() {
        queues.join("one", () -> queues.join("one", () -> assertThat(queues.join("other", () -> "served")).isEqualTo("served")));
    }

    @Test
    void theHolderOfALockIsNotRefusedByItsFullQueue() {
        var answer = queues.join("one", () -> queues.join("one", () -> inTransaction(() -> {
            queues.hold("one");
            return queues.join("one", () -> "served");
        })));

        assertThat(answer).isEqualTo("served");
    }

    @Test
    void noLockIsHeldForLongerThanTheTransaction() {
        inTransaction(() -> {
            queues.hold("one");
            return null;
        });

        queues.join("one", () -> queues.join("one", () -> inTransaction(() -> {
            assertThatExceptionOfType(LockQueueFullException.class).isThrownBy(() -> queues.join("one", () -> "served"));
            return null;
        })));
    }

    @Test
    void aStatementThatFailsLeavesTheQueue() {
        for (var time = 0; time < 3; time++) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> queues.join("one", Optional.empty()::orElseThrow));
        }
    }

    private static <T> T inTransaction(Supplier<T> work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
