package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a call once, however often the same request asks for it. Whoever runs the adapter says what with. */
public interface IdempotentCalls {

    /**
     * Makes the call and keeps its answer under the request's key, both in one transaction, or returns the answer that is
     * kept there. Waits for a call under the same key that has not ended yet. What the call throws comes through and leaves
     * nothing behind. Where the transaction must be repeated, the call is made again.
     *
     * @throws ProblemException with {@link IdempotencyProblem#IDEMPOTENCY_KEY_REUSED} if the key belongs to another request, or
     *                          {@link IdempotencyProblem#REQUEST_IN_PROGRESS} if the wait takes too long
     */
    Outcome once(Request request, Supplier<Answer> call);

    /**
     * A request under a key.
     *
     * @param fingerprint equal for equal requests, and for no others
     */
    record Request(String key, byte[] fingerprint) {
    }

    /**
     * A rendered answer.
     *
     * @param noStore whether nobody may keep it: it answers a dry run, which changed nothing
     */
    record Answer(int status, Optional<String> location, Optional<String> eTag, byte[] body, boolean noStore) {
    }

    /** An answer, and whether it is that of an earlier call. */
    record Outcome(Answer answer, boolean replayed) {
    }
}
