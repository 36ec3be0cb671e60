package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls.Answer;
import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls.Outcome;
import dev.fleetbooking.rest.kit.request.AnswerHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a handler once for each key. Spring has already chosen the handler, and the arguments are read first, so a malformed
 * request is refused whatever its key. The transaction contains the call of the handler and the rendering of its answer, and
 * nothing else: exceptions of the handler leave the transaction, to be retried or to become a problem, and the answer is sent
 * after the commit.
 */
final class IdempotentHandlerMethod extends ServletInvocableHandlerMethod {

    private static final String NO_STORE = CacheControl.noStore().getHeaderValue();

    private final IdempotentCalls calls;
    private final Iterable<AnswerHeaders> answerHeaders;
    private final JsonMapper json;

    IdempotentHandlerMethod(
            HandlerMethod handler, IdempotentCalls calls, Iterable<AnswerHeaders> answerHeaders, JsonMapper json) {
        super(handler);
        this.calls = calls;
        this.answerHeaders = answerHeaders;
        this.json = json;
    }

    @Override
    public void invokeAndHandle(ServletWebRequest exchange, ModelAndViewContainer container, Object... provided)
            throws Exception {
        // Pages and the handlers of others, such as those of Spring Boot's Actuator, are no operations of the API.
        var request = getBeanType().isAnnotationPresent(RestController.class)
                ? IdempotencyKeys.of(exchange.getRequest())
                : Optional.<IdempotentCalls.Request>empty();
        if (request.isEmpty()) {
            super.invokeAndHandle(exchange, container, provided);
            return;
        }
        var arguments = getMethodArgumentValues(exchange, container, provided);
        var outcome = calls.once(request.get(), ThrowingSupplier.of(() -> answer(arguments)));
        container.setRequestHandled(true);
        write(outcome, exchange.getResponse());
    }

    private Answer answer(Object[] arguments) throws Exception {
        var result = doInvoke(arguments);
        var entity = result instanceof ResponseEntity<?> given ? given : ResponseEntity.ok(result);
        var headers = HttpHeaders.copyOf(entity.getHeaders());
        answerHeaders.forEach(more -> more.add(entity.getBody(), headers));
        return new Answer(
                entity.getStatusCode().value(),
                Optional.ofNullable(headers.getFirst(HttpHeaders.LOCATION)),
                Optional.ofNullable(headers.getETag()),
                json.writeValueAsBytes(entity.getBody()),
                NO_STORE.equals(headers.getCacheControl()));
    }

    private static void write(Outcome outcome, HttpServletResponse response) throws IOException {
        var answer = outcome.answer();
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.location().ifPresent(location -> response.setHeader(HttpHeaders.LOCATION, location));
        answer.eTag().ifPresent(eTag -> response.setHeader(HttpHeaders.ETAG, eTag));
        if (answer.noStore()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        if (outcome.replayed()) {
            response.setHeader(IdempotencyKeys.REPLAYED_HEADER, "true");
        }
        response.getOutputStream().write(answer.body());
    }
}
