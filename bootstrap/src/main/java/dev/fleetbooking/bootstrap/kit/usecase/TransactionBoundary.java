package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one call one transaction: any exception rolls everything back. If the database aborted the transaction because of a
 * deadlock or a serialization failure, the whole call is retried, a bounded number of times; likewise a call that found too
 * many others waiting, or that ended its transaction itself to begin again. Only the outermost boundary retries: within a
 * running transaction a retry is impossible.
 */
@Component
public class TransactionBoundary {

    private static final RetryPolicy RETRY_POLICY = RetryPolicy.builder()
            .maxRetries(3)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .predicate(PostgresFailures::isRetryable)
            .build();

    private final PlatformTransactionManager transactions;
    private final RetryTemplate retry = new RetryTemplate(RETRY_POLICY);

    public TransactionBoundary(PlatformTransactionManager transactions, Optional<RetryListener> listener) {
        this.transactions = transactions;
        listener.ifPresent(retry::setRetryListener);
    }

    /** @throws StoreUnavailableException if the database cannot serve the call now */
    public <T> T call(boolean readOnly, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(readOnly);
        try {
            return retry.invoke(() -> execute(transaction, work));
        } catch (RuntimeException failure) {
            if (PostgresFailures.isRetryable(failure) || PostgresFailures.isUnavailable(failure)) {
                throw new StoreUnavailableException(failure);
            }
            throw failure;
        }
    }

    /**
     * If the rollback fails as well, and its cause was a failure of the database, that failure is thrown, because it says more
     * than that the connection is closed. Any other cause is discarded: Hibernate's {@code find} takes a lost connection for an
     * absent row (HHH-12472), and exceptions that follow from that are neither refusals nor bugs.
     */
    private static <T> T execute(TransactionTemplate transaction, Supplier<T> work) {
        var cause = new AtomicReference<RuntimeException>();
        try {
            return transaction.execute(_ -> {
                try {
                    return work.get();
                } catch (RuntimeException failure) {
                    cause.set(failure);
                    throw failure;
                }
            });
        } catch (RuntimeException failure) {
            throw PostgresFailures.isUnavailable(cause.get()) ? cause.get() : failure;
        }
    }

    /** Runs this after the transaction of the current call is committed, and never if it is rolled back. */
    public static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
