package dev.fleetbooking.postgres.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockQueuesTest {

    private final LockQueues queues = new LockQueues(2);

    @Test
    void whoFindsTheQueueFullIsTurnedAwayAndMayTryAgain() {
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
    void whoWaitsForOneLockIsNotInTheWayOfAnother() {
        queues.join("one", () -> queues.join("one", () -> assertThat(queues.join("other", () -> "served")).isEqualTo("served")));
    }

    @Test
    void aStatementThatFailsLeavesTheQueue() {
        for (var time = 0; time < 3; time++) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> queues.join("one", Optional.empty()::orElseThrow));
        }
    }
}
