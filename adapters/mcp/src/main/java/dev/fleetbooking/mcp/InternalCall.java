package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the API from within another request, whose caller, id and thread it shares. It passes the filters of its path.
 *
 * @param query      percent-encoded
 * @param keyDerived whether its idempotency key was derived from its content
 */
record InternalCall(String method, String path, String query, HttpHeaders headers, byte[] body, boolean keyDerived) {

    private static final String REPLAYED = "Idempotent-Replayed";

    /** An answer; its body is a problem if the call was refused. */
    record Answer(int status, HttpHeaders headers, ObjectNode body) {

        boolean isRefusal() {
            return status >= 400;
        }
    }

    /**
     * With a key that is the same for the same content. The API stores keys by caller, and refuses another request with the same
     * key, so nobody gains by a collision.
     */
    InternalCall withDerivedKey() {
        var content = "%s %s?%s\n%s".formatted(method, path, query, new String(body, UTF_8));
        var keyed = HttpHeaders.copyOf(headers);
        keyed.set(Operation.IDEMPOTENCY_KEY, UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString());
        return new InternalCall(method, path, query, keyed, body, true);
    }

    /** Of what an earlier call with the same content created, the present state: it may have been changed since, or lapsed. */
    Answer send(HttpServletRequest request, HttpServletResponse response) {
        var answer = exchange(request, response);
        var created = answer.headers().getLocation();
        if (!keyDerived || created == null || !answer.headers().containsHeader(REPLAYED)) {
            return answer;
        }
        var read = new InternalCall("GET", created.getPath(), "", new HttpHeaders(), new byte[0], false);
        var present = read.exchange(request, response);
        present.headers().set(REPLAYED, "true");
        return present;
    }

    private Answer exchange(HttpServletRequest request, HttpServletResponse response) {
        var answer = new InternalResponse(response);
        try {
            request.getRequestDispatcher(path + "?" + query).include(new InternalRequest(request, this), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        var bytes = answer.body();
        return new Answer(
                answer.getStatus(), answer.headers(),
                bytes.length == 0 ? untyped(answer.getStatus()) : (ObjectNode) ToolServer.JSON.readTree(bytes));
    }

    /** Of a refusal by a filter only the status is known (RFC 9457, section 4.2.1). */
    private static ObjectNode untyped(int status) {
        return ToolServer.JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", HttpStatus.valueOf(status).getReasonPhrase())
                .put("status", status);
    }
}
