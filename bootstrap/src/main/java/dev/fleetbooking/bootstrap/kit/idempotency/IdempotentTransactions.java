package dev.fleetbooking.bootstrap.kit.idempotency;

import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import dev.fleetbooking.postgres.kit.idempotency.IdempotencyRecords;
import dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem;
import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a call with a key in one transaction with the record of its answer: after a crash both exist or neither. The called
 * use case joins that transaction, see {@link TransactionBoundary}.
 */
@Component
record IdempotentTransactions(TransactionBoundary boundary, IdempotencyRecords records, Clock clock)
        implements IdempotentCalls {

    /** An answer is kept for at least a day, but the age of a record counts from the claim of its key, before all waits. */
    private static final Duration RETENTION = Duration.ofHours(25);

    @Override
    public Outcome once(Request request, Supplier<Answer> call) {
        return boundary.call(false, () -> {
            while (!claim(request)) {
                var known = records.find(request.key());
                if (known.isPresent()) {
                    return replay(known.get(), request);
                }
                // The record reached its maximum age and was removed between the two statements, so try again.
            }
            return new Outcome(keep(request.key(), call.get()), false);
        });
    }

    /** Removes the answers that have reached their maximum age, each batch in a transaction. */
    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void forgetOldAnswers() {
        Housekeeping.tidy(() -> boundary.call(false, () -> records.removeBefore(clock.instant().minus(RETENTION))));
    }

    /** The first statement of the transaction, so a call that waits here holds no locks. */
    private boolean claim(Request request) {
        try {
            return records.claim(request.key(), request.fingerprint(), clock.instant());
        } catch (RuntimeException failure) {
            if (PostgresFailures.isLockUnavailable(failure)) {
                throw new ProblemException(IdempotencyProblem.REQUEST_IN_PROGRESS);
            }
            throw failure;
        }
    }

    private static Outcome replay(IdempotencyRecords.Record known, Request request) {
        if (!Arrays.equals(known.fingerprint(), request.fingerprint())) {
            throw new ProblemException(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return new Outcome(new Answer(known.status(), known.location(), known.eTag(), known.body(), false), true);
    }

    private Answer keep(String key, Answer answer) {
        if (answer.noStore()) {
            records.release(key);
        } else {
            records.complete(key, answer.status(), answer.location(), answer.eTag(), answer.body());
        }
        return answer;
    }
}
