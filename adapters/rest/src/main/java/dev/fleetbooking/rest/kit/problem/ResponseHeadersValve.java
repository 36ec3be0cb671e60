package dev.fleetbooking.rest.kit.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * Sets the security headers on all answers, and gives each request an id, in its answer and in the log. A valve and not a
 * filter, because malformed HTTP never reaches a filter, but is answered too.
 */
final class ResponseHeadersValve extends ValveBase {

    private static final Map<String, String> SECURITY = Map.of(
            // What Swagger UI needs; all other answers need less.
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            // Not no-referrer: browsers would then send Origin: null with the forms of our own pages.
            "Referrer-Policy", "same-origin",
            // A page on another port of this machine may send requests, since it is of the same site, but must not read answers.
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String REQUEST_ID = "X-Request-Id";

    /** What is safe in a log and in a header; other ids that callers send are ignored. */
    private static final String SAFE = "[A-Za-z0-9._-]{1,64}";
    private static final String NAME = "requestId";

    /** The counter restarts with each start, so the id also identifies the start. Tomcat's own ids are not unique. */
    private static final String START = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private static final AtomicLong COUNTER = new AtomicLong();

    ResponseHeadersValve() {
        super(true);
    }

    static String requestId(ServletRequest request) {
        return (String) request.getAttribute(NAME);
    }

    static void set(Request request, Response response) {
        SECURITY.forEach(response::setHeader);
        response.setHeader(REQUEST_ID, requestId(request));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var given = request.getHeader(REQUEST_ID);
        var id = given != null && given.matches(SAFE) ? given : START + "-" + COUNTER.incrementAndGet();
        request.setAttribute(NAME, id);
        set(request, response);
        try (var _ = MDC.putCloseable(NAME, id)) {
            getNext().invoke(request, response);
        }
    }
}
