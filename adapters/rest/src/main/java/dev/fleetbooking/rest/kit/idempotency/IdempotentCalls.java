package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a call once, however often the same request is sent. The application that uses this adapter provides a bean. */
public interface IdempotentCalls {

    /**
     * Makes the call and stores its answer under the request's key, both in one transaction, or returns the stored answer.
     * Waits for a call with the same key that is in progress. Exceptions of the call are passed on and roll everything back.
     * If the transaction has to be retried, the call is made again.
     *
     * @throws ProblemException with {@link IdempotencyProblem#IDEMPOTENCY_KEY_REUSED} if the key belongs to another request, or
     *                          {@link IdempotencyProblem#REQUEST_IN_PROGRESS} if the wait takes too long
     */
    Outcome once(Request request, Supplier<Answer> call);

    /**
     * A request with a key.
     *
     * @param fingerprint equal for equal requests, and for no others
     */
    record Request(String key, byte[] fingerprint) {
    }

    /**
     * A rendered answer.
     *
     * @param noStore whether it must not be stored, as the answer to a dry run, which changed nothing
     */
    record Answer(int status, Optional<String> location, Optional<String> eTag, byte[] body, boolean noStore) {
    }

    /** An answer, and whether it is that of an earlier call. */
    record Outcome(Answer answer, boolean replayed) {
    }
}
