package dev.fleetbooking.bootstrap.pages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import dev.fleetbooking.web.kit.SubmissionInProgressException;
import org.junit.jupiter.api.Test;

class IdempotentFormTransactionsTest {

    private static void send(IdempotencyProblem problem) {
        new IdempotentFormTransactions((_, _) -> {
            throw new ProblemException(problem);
        }).once("form", () -> "/");
    }

    @Test
    void onlyATwinThatIsInProgressIsSaidToBe() {
        assertThatThrownBy(() -> send(IdempotencyProblem.REQUEST_IN_PROGRESS)).isInstanceOf(SubmissionInProgressException.class);
        assertThatThrownBy(() -> send(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED)).isInstanceOf(ProblemException.class);
    }
}
