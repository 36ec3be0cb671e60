package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the API from within another request, whose caller, id and thread it shares. It passes the filters of its path.
 *
 * @param parameters those of the query
 * @param keyDerived whether its idempotency key was derived from its content
 */
record InternalCall(
        String method, String path, Map<String, String> parameters, HttpHeaders headers, byte[] body, boolean keyDerived) {

    private static final String REPLAYED = "Idempotent-Replayed";

    /** An answer; its body is a problem if the call was refused. */
    record Answer(int status, HttpHeaders headers, ObjectNode body) {

        /** If only the status is known, as of a refusal by a filter (RFC 9457, section 4.2.1). */
        static Answer untyped(int status, HttpHeaders headers) {
            return new Answer(status, headers, ToolServer.JSON.createObjectNode()
                    .put("type", "about:blank")
                    .put("title", HttpStatus.valueOf(status).getReasonPhrase())
                    .put("status", status));
        }

        boolean isRefusal() {
            return status >= 400;
        }
    }

    /** Percent-encoded. */
    String query() {
        return parameters.entrySet().stream()
                .map(parameter -> UriUtils.encode(parameter.getKey(), UTF_8) + "=" + UriUtils.encode(parameter.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /**
     * With a key that is the same for the same content. The API stores keys by caller, and refuses another request with the same
     * key, so nobody gains by a collision.
     */
    InternalCall withDerivedKey() {
        var content = "%s %s?%s\n%s".formatted(method, path, query(), new String(body, UTF_8));
        var keyed = HttpHeaders.copyOf(headers);
        keyed.set(Operation.IDEMPOTENCY_KEY, UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString());
        return new InternalCall(method, path, parameters, keyed, body, true);
    }

    /** Of what an earlier call with the same content created, the present state: it may have been changed since, or lapsed. */
    Answer send(HttpServletRequest request, HttpServletResponse response) {
        var answer = exchange(request, response);
        var created = answer.headers().getLocation();
        if (!keyDerived || created == null || !answer.headers().containsHeader(REPLAYED)) {
            return answer;
        }
        var read = new InternalCall("GET", created.getPath(), Map.of(), new HttpHeaders(), new byte[0], false);
        var present = read.exchange(request, response);
        present.headers().set(REPLAYED, "true");
        return present;
    }

    private Answer exchange(HttpServletRequest request, HttpServletResponse response) {
        var answer = new InternalResponse(response);
        try {
            request.getRequestDispatcher(path).include(new InternalRequest(request, this), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        var bytes = answer.body();
        return bytes.length == 0
                ? Answer.untyped(answer.getStatus(), answer.headers())
                : new Answer(answer.getStatus(), answer.headers(), (ObjectNode) ToolServer.JSON.readTree(bytes));
    }
}
