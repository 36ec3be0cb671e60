package dev.fleetbooking.rest.kit.problem;

import static dev.fleetbooking.rest.kit.problem.ProblemMembers.NONE;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.rest.kit.json.JsonFaults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
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
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers everything that goes wrong with a problem document, whatever the caller accepts. */
@RestControllerAdvice
record ProblemHandler(ServiceProblems serviceProblems, JsonMapper json) {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    void handle(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = switch (exception) {
            case RefusedException refused -> of(request, refused.refusal());
            case ProblemException problem -> Problem.of(request, problem.type(), problem.members());
            case HttpMessageNotReadableException unreadable -> malformed(request, List.of(fault(unreadable)));
            case MethodArgumentNotValidException invalid -> malformed(request, missing(invalid));
            case MissingServletRequestParameterException missing -> malformed(
                    request, List.of(new Violation(missing.getParameterName(), "is required")));
            case MethodArgumentTypeMismatchException mismatch -> malformed(request, List.of(fault(mismatch)));
            case StoreUnavailableException unavailable -> {
                // Without a stack trace, because it happens to many requests at once, when the service is short of time.
                LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
                yield Problem.of(request, CommonProblem.TEMPORARILY_UNAVAILABLE, NONE);
            }
            case ErrorResponse framework when framework.getStatusCode().is4xxClientError() -> {
                framework.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
                yield Problem.ofStatus(request, framework.getStatusCode().value());
            }
            default -> {
                LOG.error("The request failed", exception);
                yield Problem.ofStatus(request, CommonProblem.INTERNAL_ERROR.status().value());
            }
        };
        if (answer.status() == CommonProblem.FORBIDDEN.status().value()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""); // RFC 6750, section 3.1
        }
        answer.write(response, json);
    }

    private Problem of(HttpServletRequest request, Refusal refusal) {
        return switch (refusal) {
            case ServiceRefusal own -> serviceProblems.of(request, own);
            case CommonRefusal common -> of(request, common);
        };
    }

    private static Problem of(HttpServletRequest request, CommonRefusal refusal) {
        return switch (refusal) {
            case CommonRefusal.ValidationFailed(var violations) -> Problem.of(
                    request, CommonProblem.VALIDATION_FAILED, ProblemMembers.Errors.of(violations));
            case CommonRefusal.NotFound(var what, var id) -> Problem.of(
                    request, CommonProblem.NOT_FOUND, NONE, "There is no %s %s.".formatted(what, id));
            case CommonRefusal.Forbidden _ -> Problem.of(request, CommonProblem.FORBIDDEN, NONE);
            case CommonRefusal.RevisionRequired _ -> Problem.of(request, CommonProblem.PRECONDITION_REQUIRED, NONE);
            case CommonRefusal.RevisionMismatch _ -> Problem.of(request, CommonProblem.PRECONDITION_FAILED, NONE);
            case CommonRefusal.InvalidTransition(var current, var requested, var allowed) -> Problem.of(
                    request, CommonProblem.INVALID_TRANSITION, new ProblemMembers.InvalidTransition(current, requested, allowed),
                    "%s is not possible from %s.".formatted(requested, current));
            case CommonRefusal.TooEarly(var requested, var earliest) -> Problem.of(
                    request, CommonProblem.TOO_EARLY, new ProblemMembers.TooEarly(requested, earliest));
            case CommonRefusal.TooLate(var requested, var latest) -> Problem.of(
                    request, CommonProblem.TOO_LATE, new ProblemMembers.TooLate(requested, latest));
        };
    }

    /** The caller has disconnected; this is not a fault of the service. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void abandon() {
        // No answer is sent.
    }

    private static Problem malformed(HttpServletRequest request, List<Violation> violations) {
        return Problem.of(request, CommonProblem.MALFORMED_REQUEST, ProblemMembers.Errors.of(violations));
    }

    private static Violation fault(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? JsonFaults.of(json)
                : new Violation(JsonFaults.BODY, "is required");
    }

    /** The only constraint on request records is {@code @NotNull}, so a violation means a missing value. */
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
