package dev.fleetbooking.rest.kit.paging;

import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

public final class PagingResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest webRequest,
            WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        return new Paging(list(request), Optional.ofNullable(request.getParameter(Paging.CURSOR)), limit(request));
    }

    private static Limit limit(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(Paging.LIMIT)).map(Limit::new).orElse(Limit.DEFAULT);
        } catch (InvalidValueException refused) {
            throw new MalformedRequestException(Paging.LIMIT, refused.getMessage());
        }
    }

    /** The caller, the route and the filters, in any order. */
    private static String list(HttpServletRequest request) {
        Map<String, List<String>> filters = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !Paging.PARAMETERS.contains(parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        return Objects.requireNonNullElse(request.getRemoteUser(), "") + request.getRequestURI() + new TreeMap<>(filters);
    }
}
