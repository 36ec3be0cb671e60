package dev.fleetbooking.bootstrap.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.domain.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class TransactionBoundaryTest {

    @Test
    void whatMadeARollbackNecessaryIsNotHiddenByAFailureOfTheRollback() {
        var boundary = new TransactionBoundary(new Unreachable(), new SimpleMeterRegistry());
        var cause = new IllegalStateException("a bug");

        assertThatThrownBy(() -> boundary.call(false, () -> {
            throw cause;
        })).isSameAs(cause);
        assertThat(cause.getSuppressed()).singleElement().isInstanceOf(TransactionSystemException.class);
    }

    @Test
    void aRefusalIsNotBelievedIfTheRollbackFails() {
        var boundary = new TransactionBoundary(new Unreachable(), new SimpleMeterRegistry());
        var refused = new Refusal.NotFound("car", new UUID(0, 0)).asException();

        assertThatThrownBy(() -> boundary.call(true, () -> {
            throw refused;
        })).isInstanceOf(TransactionSystemException.class).hasMessage("gone");
    }

    @Test
    void aFailureOfTheCommitIsNotTakenForOneOfTheWork() {
        var boundary = new TransactionBoundary(new Unreachable(), new SimpleMeterRegistry());

        assertThatThrownBy(() -> boundary.call(false, () -> 1))
                .isInstanceOf(TransactionSystemException.class).hasMessage("gone");
    }

    /** A database that is gone when a transaction ends. */
    private static final class Unreachable extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // There is nothing to begin.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            throw new TransactionSystemException("gone");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            throw new TransactionSystemException("gone");
        }
    }
}
