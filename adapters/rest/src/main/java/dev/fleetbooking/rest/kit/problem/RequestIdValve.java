package dev.fleetbooking.rest.kit.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * Gives each request an id, in its answer and in the log. A valve and not a filter, because malformed HTTP never reaches a
 * filter, but is answered too.
 */
final class RequestIdValve extends ValveBase {

    static final String HEADER = "X-Request-Id";

    /** What is safe in a log and in a header; other ids that callers send are ignored. */
    private static final String SAFE = "[A-Za-z0-9._-]{1,64}";

    private static final String NAME = "requestId";

    /** The server's counter restarts with each start, so the id also identifies the start. */
    private static final String START = HexFormat.of().toHexDigits(new SecureRandom().nextInt());

    RequestIdValve() {
        super(true);
    }

    static String of(ServletRequest request) {
        return (String) request.getAttribute(NAME);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var given = request.getHeader(HEADER);
        var id = given != null && given.matches(SAFE) ? given : START + "-" + request.getRequestId();
        request.setAttribute(NAME, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(NAME, id)) {
            getNext().invoke(request, response);
        }
    }
}
