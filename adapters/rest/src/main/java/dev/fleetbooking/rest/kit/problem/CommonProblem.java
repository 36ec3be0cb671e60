package dev.fleetbooking.rest.kit.problem;

import dev.fleetbooking.rest.kit.problem.ProblemMembers.Errors;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.InvalidTransition;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.None;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.TooEarly;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.TooLate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** The problems of any service. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is malformed", Errors.class,
            "The body, a parameter or a header does not have the form that the API describes. Nothing was changed.",
            "Correct what errors names: the dotted path of a field in the JSON body, or a parameter or header."),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is invalid", None.class,
            "The cursor cannot be read, or it was issued for another list or other filters.",
            "Pass the cursor back as it was, with the same filters; or begin again without a cursor."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not authenticated", None.class,
            "The request has no token, or one that is not valid: expired, of another issuer or audience, or not well-formed.",
            "Send a valid token: Authorization: Bearer, followed by the token."),
    CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "The request comes from another site", None.class,
            "Sec-Fetch-Site or Origin shows that another site caused this request, and the service is not configured to "
                    + "allow that. Nothing was changed.",
            "Type the address or use a bookmark instead of a link; call the service from its own pages, or without a browser."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed", None.class,
            "The token is valid, but it does not allow this. Nothing was changed.",
            "Use a token with another role; the description of the API lists the roles that each operation needs."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", None.class,
            "There is no such route, or the resource in the path does not exist.",
            "Check the path and the id in it."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed", None.class,
            "The route exists, but not with this method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", None.class,
            "The Accept header allows none of the media types that the route answers with.",
            "Accept application/json, or send no Accept header."),
    INVALID_TRANSITION(HttpStatus.CONFLICT, "The status does not allow it", InvalidTransition.class,
            "The requested transition is not possible from the current status.",
            "Choose one of the transitions in allowed; if it is empty, the status is final."),
    TOO_EARLY(HttpStatus.CONFLICT, "It is too early", TooEarly.class,
            "The status allows this transition, but not before the instant in earliest.",
            "Try again at or after that instant."),
    TOO_LATE(HttpStatus.CONFLICT, "It is too late", TooLate.class,
            "The status allows this transition, but not after the instant in latest.",
            "Move its end to a later instant first, or choose another transition."),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Changed in the meantime", None.class,
            "If-Match does not name the current state: it has changed since, or the tag is weak, which never matches. "
                    + "Nothing was changed.",
            "Read it again, decide again, and send the new ETag in If-Match."),
    CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", None.class,
            "Request bodies may have up to 64 KiB.",
            "Send less."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", None.class,
            "The body is not declared as JSON, or it is compressed.",
            "Send Content-Type: application/json, and no Content-Encoding."),
    MISDIRECTED_REQUEST(HttpStatus.MISDIRECTED_REQUEST, "The host is not this service", None.class,
            "The Host header names neither the loopback address (localhost, 127.0.0.1 or [::1]) nor one of the hosts that the "
                    + "service is configured to answer for. Nothing was changed.",
            "Use one of these names, or add yours to fleet.web.allowed-hosts."),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "Values are not allowed", Errors.class,
            "The request is well-formed, but values in it break rules. Nothing was changed.",
            "Correct everything that errors names; it is complete."),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is required", None.class,
            "A change must name the state that it applies to, so that it cannot overwrite a newer one.",
            "Send the ETag of the last read in If-Match, or * to change any state."),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", None.class,
            "The caller has sent more requests than the service is configured to accept in this time. Nothing was changed.",
            "Send it again after the seconds in Retry-After."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", None.class,
            "The service has a defect.",
            "Report the requestId; the service's log contains the cause under this id."),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable", None.class,
            "The service is overloaded, or its database cannot be reached. The request may have been executed anyway.",
            "Send it again after the seconds in Retry-After, with the same Idempotency-Key; "
                    + "without a key, check first whether it was.");

    private final Description description;

    CommonProblem(HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
        description = new Description(status, title, members, meaning, remedy);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public boolean passes() {
        return this == TEMPORARILY_UNAVAILABLE;
    }

    /** The type for a fault of which only the status is known: the first one with that status. */
    static Optional<CommonProblem> ofStatus(int status) {
        return Stream.of(values()).filter(type -> type.status().value() == status).findFirst();
    }
}
