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
 * Names each request to its caller and in the log. A valve and no filter, because what is no HTTP, or hardly any, never
 * reaches a filter, and is answered all the same.
 */
final class RequestIdValve extends ValveBase {

    static final String HEADER = "X-Request-Id";

    /** What can stand in a log and in a header as it is; an id that a caller sends is taken over only if it can. */
    private static final String SAFE = "[A-Za-z0-9._-]{1,64}";

    private static final String NAME = "requestId";

    /** The server counts anew at each start, so each start has a name too. */
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
