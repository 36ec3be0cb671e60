package dev.fleetbooking.rest.kit.problem;

import static dev.fleetbooking.rest.kit.problem.ProblemMembers.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem document (RFC 9457).
 *
 * @param instance  the path of the request
 * @param requestId also identifies the request in the log
 * @param passes    whether the same request may succeed a moment later
 */
public record Problem(
        String type, String title, int status, String detail, String instance, String requestId,
        @JsonUnwrapped ProblemMembers members, @JsonIgnore boolean passes) {

    private static final String RETRY_AFTER_SECONDS = "1";
    private static final ProblemMembers NOT_HTTP = new ProblemMembers.Errors(
            List.of(new ProblemMembers.FieldError("request", "must be valid HTTP")));

    /** A problem with its own detail. */
    public static Problem of(HttpServletRequest request, ProblemType type, ProblemMembers members, String detail) {
        return new Problem(
                type.uri(), type.description().title(), type.status().value(), detail, path(request),
                ResponseHeadersValve.requestId(request), members, type.passes());
    }

    /** A problem whose detail is the description of its type. */
    public static Problem of(HttpServletRequest request, ProblemType type, ProblemMembers members) {
        return of(request, type, members, type.description().meaning());
    }

    /** A fault that a framework found, of which only the status is known. */
    static Problem ofStatus(HttpServletRequest request, int status) {
        return switch (CommonProblem.ofStatus(status).orElse(null)) {
            case null -> untyped(request, status);
            case NOT_FOUND -> of(request, CommonProblem.NOT_FOUND, NONE, "There is nothing at this path.");
            case MALFORMED_REQUEST -> of(request, CommonProblem.MALFORMED_REQUEST, NOT_HTTP);
            case CommonProblem type -> of(request, type, NONE);
        };
    }

    /** Not written by Spring, which would give the answer to a path such as {@code /x.bat} a file name. */
    void write(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setStatus(status);
        if (passes) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(this));
    }

    private static Problem untyped(HttpServletRequest request, int status) {
        var title = HttpStatus.valueOf(status).getReasonPhrase();
        return new Problem(
                "about:blank", title, status, title, path(request), ResponseHeadersValve.requestId(request), NONE, false);
    }

    /** A malformed request may have no path, or one that is not a valid URI. */
    private static String path(HttpServletRequest request) {
        var path = Objects.requireNonNullElse(request.getRequestURI(), "/");
        try {
            return URI.create(path).toString();
        } catch (IllegalArgumentException noUri) {
            return UriUtils.encodePath(path, UTF_8);
        }
    }
}
