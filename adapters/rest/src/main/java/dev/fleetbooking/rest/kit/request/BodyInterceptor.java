package dev.fleetbooking.rest.kit.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.rest.kit.json.JsonFaults;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks request bodies before anything else of the request is read: 415, then 413, then 400. Spring alone would check
 * the media type before Accept (with {@code consumes}) or after the path (without), and the size never.
 */
record BodyInterceptor(JsonMapper json) implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        var wanted = wantedBy(handler);
        if (wanted.isPresent() && BufferedBodyFilter.hasBody(request)) {
            requireJson(request);
        }
        var body = BufferedBodyFilter.body(request);
        if (wanted.isPresent() && body.length > 0) {
            refuseNulls(body, wanted.get());
        }
        return true;
    }

    private static Optional<Class<?>> wantedBy(Object handler) {
        return handler instanceof HandlerMethod method
                ? Stream.of(method.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .<Class<?>>map(MethodParameter::getParameterType)
                        .findFirst()
                : Optional.empty();
    }

    private static void requireJson(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var supported = List.of(MediaType.APPLICATION_JSON);
        try {
            var given = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            // JSON is UTF-8 (RFC 8259, section 8.1).
            var isUtf8 = given.getCharset() == null || given.getCharset().equals(UTF_8);
            var isEncoded = request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
            if (!MediaType.APPLICATION_JSON.includes(given) || !isUtf8 || isEncoded) {
                throw new HttpMediaTypeNotSupportedException(given, supported);
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotSupportedException(unreadable.getMessage(), supported);
        }
    }

    /** Not checked by Jackson: if it refuses null in constructor parameters, it also refuses absent ones. */
    private void refuseNulls(byte[] body, Class<?> type) {
        var nulls = new ArrayList<Violation>();
        try (var parser = json.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NULL) {
                    nulls.add(new Violation(JsonFaults.path(parser.streamReadContext()), "must not be null"));
                }
            }
            if (nulls.isEmpty()) {
                return;
            }
            json.readValue(body, type); // A field that the type does not have is reported as unknown, not as null.
        } catch (JacksonException broken) {
            return; // The handler finds this fault too, and knows better where it is.
        }
        throw new MalformedRequestException(nulls);
    }
}
