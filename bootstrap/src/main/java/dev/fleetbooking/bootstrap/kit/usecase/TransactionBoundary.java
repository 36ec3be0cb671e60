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
 * Makes one call one transaction: whatever it throws rolls everything back. A deadlock or a serialization failure says
 * that the database gave this transaction up in favour of another, so the whole call is made again, a few times; likewise
 * one whose booking was displaced while it waited, or that found too many others waiting. Only the outermost boundary does
 * so: within a running transaction there is nothing left to repeat.
 */
@Component
public class TransactionBoundary {

    private static final RetryPolicy RETRY_POLICY = RetryPolicy.builder()
            .maxRetries(3)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .predicate(PostgresFailures::isRetryable)
            .build();

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final RetryTemplate retry = new RetryTemplate(RETRY_POLICY);

    TransactionBoundary(PlatformTransactionManager transactions, Optional<RetryListener> listener) {
        writing = new TransactionTemplate(transactions);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        listener.ifPresent(retry::setRetryListener);
    }

    /** @throws StoreUnavailableException if the database cannot serve the call now */
    public <T> T call(boolean readOnly, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        var transaction = readOnly ? reading : writing;
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
     * If the rollback fails as well, the failure of the database that made it necessary is thrown, as it tells more than a
     * connection that is closed by now. Nothing else is: Hibernate's {@code find} takes a lost connection for an absent row
     * (HHH-12472), and what follows from that is neither a refusal nor a bug.
     */
    private static <T> T execute(TransactionTemplate transaction, Supplier<T> work) {
        var cause = new AtomicReference<RuntimeException>();
        try {
            return transaction.execute(status -> {
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

    /** Does this when the transaction of the running call is committed, and never if it is not. */
    public static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
