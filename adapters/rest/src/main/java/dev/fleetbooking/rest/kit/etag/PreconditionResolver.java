package dev.fleetbooking.rest.kit.etag;

import dev.fleetbooking.application.kit.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns If-Match into the {@link Precondition} that a handler takes; PATCH requires the header. */
final class PreconditionResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Precondition.class;
    }

    @Override
    public Precondition resolveArgument(
            MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest webRequest,
            WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        var absent = request.getMethod().equals(HttpMethod.PATCH.name()) ? Precondition.MISSING : Precondition.NONE;
        return EntityTags.of(request, HttpHeaders.IF_MATCH)
                .map(tags -> tags.any() ? Precondition.NONE : Precondition.oneOf(tags.revisions()))
                .orElse(absent);
    }
}
