package dev.fleetbooking.rest.kit.request;

import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that the handler does not know: a misspelt filter must not silently return everything. */
final class ParameterInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var known = Stream.of(method.getMethodParameters()).flatMap(ParameterInterceptor::names).collect(toSet());
            check(known, parameters(request));
        }
        return true;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Paging.PARAMETERS.stream();
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(parameter.getParameter().getName())
                : Stream.empty();
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) { // As the servlet specification says.
            throw new MalformedRequestException("query", "must be percent-encoded UTF-8");
        }
    }

    private static void check(Set<String> known, Map<String, String[]> given) {
        var violations = new ArrayList<Violation>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                violations.add(new Violation(name, "is not a known query parameter"));
            } else if (values.length > 1) {
                violations.add(new Violation(name, "must not be given more than once"));
            }
        });
        if (!violations.isEmpty()) {
            throw new MalformedRequestException(violations);
        }
    }
}
