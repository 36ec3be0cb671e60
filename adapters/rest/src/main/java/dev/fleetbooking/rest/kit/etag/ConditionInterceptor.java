package dev.fleetbooking.rest.kit.etag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a malformed If-None-Match on all answers: {@link EntityTagAdvice} only sees it if the resource was found. */
final class ConditionInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (EntityTagAdvice.READS.contains(HttpMethod.valueOf(request.getMethod()))) {
            EntityTags.of(request, HttpHeaders.IF_NONE_MATCH);
        }
        return true;
    }
}
