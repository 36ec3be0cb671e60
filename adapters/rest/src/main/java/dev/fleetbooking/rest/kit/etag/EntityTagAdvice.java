package dev.fleetbooking.rest.kit.etag;

import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.kit.request.AnswerHeaders;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives every {@link Revisioned} answer its entity tag, unless it must not be stored, and answers 304 if the caller already
 * has that state.
 */
@ControllerAdvice
final class EntityTagAdvice implements ResponseBodyAdvice<Object>, AnswerHeaders {

    /** The methods that If-None-Match makes conditional. */
    static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String NO_STORE = CacheControl.noStore().getHeaderValue();

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body, MethodParameter returnType, MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
        add(body, response.getHeaders());
        var unchanged = body instanceof Revisioned revisioned && response.getHeaders().getETag() != null
                && READS.contains(request.getMethod()) && hasAlready(request, revisioned.revision());
        if (unchanged) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
        }
        return unchanged ? null : body;
    }

    @Override
    public void add(Object body, HttpHeaders headers) {
        if (body instanceof Revisioned revisioned && !NO_STORE.equals(headers.getCacheControl())) {
            headers.setETag('"' + revisioned.revision().value() + '"');
        }
    }

    private static boolean hasAlready(ServerHttpRequest request, Revision current) {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        return EntityTags.of(servletRequest, HttpHeaders.IF_NONE_MATCH).filter(tags -> tags.match(current)).isPresent();
    }
}
