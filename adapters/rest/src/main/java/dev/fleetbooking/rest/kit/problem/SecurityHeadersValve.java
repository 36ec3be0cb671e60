package dev.fleetbooking.rest.kit.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Sets the security headers on all answers. A valve, for the same reason as {@link RequestIdValve}. */
final class SecurityHeadersValve extends ValveBase {

    private static final Map<String, String> HEADERS = Map.of(
            // What Swagger UI needs; all other answers need less.
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            // Not no-referrer: browsers would then send Origin: null with the forms of our own pages.
            "Referrer-Policy", "same-origin",
            // A page on another port of this machine may send requests, since it is of the same site, but must not read answers.
            "Cross-Origin-Resource-Policy", "same-origin");

    SecurityHeadersValve() {
        super(true);
    }

    static void setOn(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        setOn(response);
        getNext().invoke(request, response);
    }
}
