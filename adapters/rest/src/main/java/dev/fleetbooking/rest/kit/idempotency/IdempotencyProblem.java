package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.problem.ProblemMembers;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.None;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems with an idempotency key. */
public enum IdempotencyProblem implements ProblemType {
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "The request is in progress", None.class,
            "An earlier request with the same Idempotency-Key has not been answered yet.",
            "Send the same request again after the seconds in Retry-After; it then gets the answer to the first one."),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request", None.class,
            "The Idempotency-Key was used for a different request: another method, path, query or body. Nothing was changed.",
            "Send each request with a key of its own, and repeat it byte for byte.");

    private final Description description;

    IdempotencyProblem(HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
        description = new Description(status, title, members, meaning, remedy);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public boolean passes() {
        return this == REQUEST_IN_PROGRESS;
    }
}
