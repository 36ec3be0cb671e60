package dev.fleetbooking.rest.kit.problem;

import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that never reach Spring MVC with a problem document: those refused by filters, malformed HTTP, TRACE. */
final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    /** An unknown transfer coding or version of HTTP: faults of the request, which Tomcat reports as faults of the server. */
    private static final Set<Integer> UNREADABLE =
            Set.of(Response.SC_NOT_IMPLEMENTED, Response.SC_HTTP_VERSION_NOT_SUPPORTED);

    private final transient JsonMapper json;

    ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (response.getStatus() == Response.SC_INTERNAL_SERVER_ERROR) {
            LOG.error("The request failed", throwable);
        }
        if (UNREADABLE.contains(response.getStatus())) {
            response.setStatus(Response.SC_BAD_REQUEST);
        }
        try {
            // If an exception came this far, Tomcat has reset the answer.
            ResponseHeadersValve.set(request, response);
            Problem.ofStatus(request, response.getStatus()).write(response, json);
            response.finishResponse();
        } catch (IOException disconnected) {
            LOG.debug("Nobody reads the answer", disconnected);
        }
    }
}
