package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.problem.ProblemMembers.NONE;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.rest.edge.InvalidCursorException;
import dev.fleetbooking.rest.edge.JsonFaults;
import dev.fleetbooking.rest.edge.MalformedRequestException;
import dev.fleetbooking.rest.edge.OverloadFilter;
import dev.fleetbooking.rest.idempotency.IdempotencyKeyReusedException;
import dev.fleetbooking.rest.idempotency.RequestInProgressException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers everything that goes wrong with a problem document, whatever the caller accepts. */
@RestControllerAdvice
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    void handle(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = switch (exception) {
            case RefusedException refused -> RefusalProblems.of(request, refused.refusal());
            case MalformedRequestException malformed -> malformed(request, malformed.violations());
            case HttpMessageNotReadableException unreadable -> malformed(request, List.of(fault(unreadable)));
            case MethodArgumentNotValidException invalid -> malformed(request, missing(invalid));
            case MissingServletRequestParameterException missing -> malformed(
                    request, List.of(new Violation(missing.getParameterName(), "is required")));
            case MethodArgumentTypeMismatchException mismatch -> malformed(request, List.of(fault(mismatch)));
            case InvalidCursorException _ -> Problem.of(request, ProblemType.INVALID_CURSOR, NONE);
            case IdempotencyKeyReusedException _ -> Problem.of(request, ProblemType.IDEMPOTENCY_KEY_REUSED, NONE);
            case RequestInProgressException _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, OverloadFilter.RETRY_AFTER_SECONDS);
                yield Problem.of(request, ProblemType.REQUEST_IN_PROGRESS, NONE);
            }
            case StoreUnavailableException unavailable -> {
                // Without its trace: it happens to many requests at once, when there is no time to write.
                LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
                response.setHeader(HttpHeaders.RETRY_AFTER, OverloadFilter.RETRY_AFTER_SECONDS);
                yield Problem.of(request, ProblemType.TEMPORARILY_UNAVAILABLE, NONE);
            }
            case ErrorResponse framework when framework.getStatusCode().is4xxClientError() -> {
                framework.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
                yield Problem.ofStatus(request, framework.getStatusCode().value());
            }
            default -> {
                LOG.error("The request failed", exception);
                yield Problem.ofStatus(request, ProblemType.INTERNAL_ERROR.status().value());
            }
        };
        problem.write(response, json);
    }

    private static Problem malformed(HttpServletRequest request, List<Violation> violations) {
        return Problem.of(request, ProblemType.MALFORMED_REQUEST, ProblemMembers.Errors.of(violations));
    }

    private static Violation fault(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? JsonFaults.of(json)
                : new Violation(MalformedRequestException.BODY, "is required");
    }

    /** Request records are annotated with nothing but {@code @NotNull}, so this is what an invalid one means. */
    private static List<Violation> missing(MethodArgumentNotValidException invalid) {
        return invalid.getFieldErrors().stream()
                .map(FieldError::getField)
                .sorted()
                .map(field -> new Violation(field, "is required"))
                .toList();
    }

    private static Violation fault(MethodArgumentTypeMismatchException mismatch) {
        var cause = NestedExceptionUtils.getMostSpecificCause(mismatch);
        return new Violation(
                mismatch.getName(), cause instanceof InvalidValueException ? cause.getMessage() : "cannot be read");
    }
}
