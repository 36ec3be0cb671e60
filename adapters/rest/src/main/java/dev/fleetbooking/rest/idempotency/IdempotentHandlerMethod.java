package dev.fleetbooking.rest.idempotency;

import dev.fleetbooking.rest.edge.EntityTags;
import dev.fleetbooking.rest.idempotency.IdempotentCalls.Answer;
import dev.fleetbooking.rest.idempotency.IdempotentCalls.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a handler once for each key. Spring has chosen the handler by then, and the arguments are read first, so a request
 * that is malformed is refused whatever its key. The transaction spans the handler and the rendering of its answer, and
 * nothing else: what the handler throws passes through it, to be retried or to become a problem, and the client hears
 * nothing before the commit.
 */
final class IdempotentHandlerMethod extends ServletInvocableHandlerMethod {

    private final IdempotentCalls calls;
    private final JsonMapper json;

    IdempotentHandlerMethod(HandlerMethod handler, IdempotentCalls calls, JsonMapper json) {
        super(handler);
        this.calls = calls;
        this.json = json;
    }

    @Override
    public void invokeAndHandle(ServletWebRequest exchange, ModelAndViewContainer container, Object... provided)
            throws Exception {
        var request = IdempotencyKeys.of(exchange.getRequest());
        if (request.isEmpty()) {
            super.invokeAndHandle(exchange, container, provided);
            return;
        }
        var arguments = getMethodArgumentValues(exchange, container, provided);
        var outcome = calls.once(request.get(), () -> answer(arguments));
        container.setRequestHandled(true);
        write(outcome, exchange.getResponse());
    }

    private Answer answer(Object[] arguments) {
        var result = invoke(arguments);
        var entity = result instanceof ResponseEntity<?> given ? given : ResponseEntity.ok(result);
        return new Answer(
                entity.getStatusCode().value(),
                Optional.ofNullable(entity.getHeaders().getFirst(HttpHeaders.LOCATION)),
                EntityTags.tag(entity.getBody(), entity.getHeaders()),
                json.writeValueAsBytes(entity.getBody()),
                EntityTags.isNoStore(entity.getHeaders()));
    }

    private Object invoke(Object[] arguments) {
        try {
            return doInvoke(arguments);
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException("a handler declares no checked exceptions", checked);
        }
    }

    private static void write(Outcome outcome, HttpServletResponse response) throws IOException {
        var answer = outcome.answer();
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.location().ifPresent(location -> response.setHeader(HttpHeaders.LOCATION, location));
        answer.eTag().ifPresent(eTag -> response.setHeader(HttpHeaders.ETAG, eTag));
        if (answer.noStore()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        }
        if (outcome.replayed()) {
            response.setHeader(IdempotencyKeys.REPLAYED_HEADER, "true");
        }
        response.getOutputStream().write(answer.body());
    }
}
