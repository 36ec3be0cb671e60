package dev.fleetbooking.rest.edge;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of lists the {@link Paging}. */
final class PagingResolver implements HandlerMethodArgumentResolver {

    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|" + Paging.MAX_LIMIT);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest webRequest,
            WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        var limit = Optional.ofNullable(request.getParameter(Paging.LIMIT)).map(PagingResolver::limit);
        return new Paging(
                list(request),
                Optional.ofNullable(request.getParameter(Paging.CURSOR)),
                limit.orElse(Paging.DEFAULT_LIMIT));
    }

    private static int limit(String text) {
        if (!LIMIT.matcher(text).matches()) {
            throw new MalformedRequestException(Paging.LIMIT, "must be an integer from 1 to " + Paging.MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    /** The route and the filters, in any order. */
    private static String list(HttpServletRequest request) {
        Map<String, List<String>> filters = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !Paging.PARAMETERS.contains(parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        return request.getRequestURI() + new TreeMap<>(filters);
    }
}
