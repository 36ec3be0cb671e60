package dev.fleetbooking.bootstrap.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls;
import dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import dev.fleetbooking.web.kit.SubmissionInProgressException;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingSupplier;

/**
 * Submissions of forms among the requests with a key. The digest of a submission is both its key and its fingerprint, so a form
 * that was changed is another submission, and the key never belongs to another request. Left out with the pages.
 */
@Component
record IdempotentFormTransactions(IdempotentCalls calls) implements IdempotentForms {

    private static final byte[] NO_BODY = {};

    @Override
    public String once(String submission, Supplier<String> call) {
        var digest = ThrowingSupplier.of(() -> MessageDigest.getInstance("SHA-256")).get().digest(submission.getBytes(UTF_8));
        var request = new IdempotentCalls.Request(HexFormat.of().formatHex(digest), digest);
        try {
            return calls.once(request, () -> answer(call.get())).answer().location().orElseThrow();
        } catch (ProblemException problem) {
            if (problem.type() == IdempotencyProblem.REQUEST_IN_PROGRESS) {
                throw new SubmissionInProgressException(problem);
            }
            throw problem;
        }
    }

    private static IdempotentCalls.Answer answer(String address) {
        return new IdempotentCalls.Answer(HttpStatus.CREATED.value(), Optional.of(address), Optional.empty(), NO_BODY, false);
    }
}
