package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps answers as long as the tests run. It never waits, because there are no concurrent requests. */
public final class InMemoryIdempotentCalls implements IdempotentCalls {

    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(byte[] fingerprint, Answer answer) {
    }

    @Override
    public Outcome once(Request request, Supplier<Answer> call) {
        var known = kept.get(request.key());
        if (known == null) {
            var answer = call.get();
            if (!answer.noStore()) {
                kept.put(request.key(), new Kept(request.fingerprint(), answer));
            }
            return new Outcome(answer, false);
        }
        if (!Arrays.equals(known.fingerprint(), request.fingerprint())) {
            throw new ProblemException(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return new Outcome(known.answer(), true);
    }
}
