package dev.fleetbooking.bootstrap.kit.idempotency;

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
import org.springframework.stereotype.Component;

/**
 * Makes a call with a key one transaction together with the record of its answer: a crash leaves both or neither. The use
 * case that is called joins that transaction, see {@link TransactionBoundary}.
 */
@Component
record IdempotentTransactions(
        TransactionBoundary boundary, IdempotencyRecords records, Clock clock)
        implements IdempotentCalls {

    /** A day is promised from the answer on, but a record is as old as its claim, which comes before all waits. */
    private static final Duration RETENTION = Duration.ofHours(25);

    @Override
    public Outcome once(Request request, Supplier<Answer> call) {
        return boundary.call(false, () -> {
            while (!claim(request)) {
                var known = records.find(request.key());
                if (known.isPresent()) {
                    return replay(known.get(), request);
                }
                // It has grown old and was removed between the two statements. So try again.
            }
            return new Outcome(keep(request.key(), call.get()), false);
        });
    }

    /** Forgets some of the answers that have been kept for long enough; returns how many. */
    int forgetOldAnswers() {
        return boundary.call(false, () -> records.removeBefore(clock.instant().minus(RETENTION)));
    }

    /** The first statement of the transaction: whoever waits here holds nothing that others wait for. */
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
