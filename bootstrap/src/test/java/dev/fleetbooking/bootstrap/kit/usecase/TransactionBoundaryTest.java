package dev.fleetbooking.bootstrap.kit.usecase;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class TransactionBoundaryTest {

    private final TransactionBoundary boundary = new TransactionBoundary(new Unreachable(), Optional.empty());

    @Test
    void aFailedRollbackDoesNotHideTheFailureOfTheDatabase() {
        var lost = new IllegalStateException(new SQLException("lost", "08006"));

        assertThatThrownBy(() -> boundary.call(false, () -> {
            throw lost;
        })).isInstanceOf(StoreUnavailableException.class).hasCause(lost);
    }

    @Test
    void afterAFailedRollbackOtherExceptionsAreDiscarded() {
        for (var consequence : List.of(new CommonRefusal.NotFound("car", new UUID(0, 0)).asException(), new NoSuchElementException())) {
            assertThatThrownBy(() -> boundary.call(true, () -> {
                throw consequence;
            })).isInstanceOf(DataAccessResourceFailureException.class).hasMessage("gone");
        }
    }

    @Test
    void aFailureOfTheCommitIsNotTakenForAFailureOfTheWork() {
        assertThatThrownBy(() -> boundary.call(false, () -> 1))
                .isInstanceOf(TransactionSystemException.class).hasMessage("gone");
    }

    /** A database that is unreachable when a transaction ends. */
    private static final class Unreachable extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // No database is needed to begin.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            throw new TransactionSystemException("gone");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // As JpaTransactionManager translates what Hibernate throws.
            throw new DataAccessResourceFailureException("gone");
        }
    }
}
