package dev.fleetbooking.rest.edge;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of lists the {@link Paging}, and handlers of the feed the {@link FeedPosition}. */
final class PagingResolver implements HandlerMethodArgumentResolver {

    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|" + Paging.MAX_LIMIT);
    private static final Pattern SEQUENCE = Pattern.compile("0|[1-9]\\d{0,17}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Set.of(Paging.class, FeedPosition.class).contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest webRequest,
            WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        var limit = parameter(request, Paging.LIMIT).map(PagingResolver::limit).orElse(Paging.DEFAULT_LIMIT);
        return parameter.getParameterType() == Paging.class
                ? new Paging(list(request), parameter(request, Paging.CURSOR), limit)
                : new FeedPosition(parameter(request, FeedPosition.AFTER).map(PagingResolver::sequence).orElse(0L), limit);
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static int limit(String text) {
        if (!LIMIT.matcher(text).matches()) {
            throw new MalformedRequestException(Paging.LIMIT, "must be an integer from 1 to " + Paging.MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private static long sequence(String text) {
        if (!SEQUENCE.matcher(text).matches()) {
            throw new MalformedRequestException(FeedPosition.AFTER, "must be an integer, 0 or more, of at most 18 digits");
        }
        return Long.parseLong(text);
    }

    /** The route and the filters, in any order. */
    private static String list(HttpServletRequest request) {
        Map<String, List<String>> filters = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !Paging.PARAMETERS.contains(parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        return request.getRequestURI() + new TreeMap<>(filters);
    }
}
