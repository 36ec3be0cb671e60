package dev.fleetbooking.rest.kit.overload;

import dev.fleetbooking.rest.kit.request.RequestConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses surplus requests at once, because they would wait so long that their callers give up. It runs before Spring MVC,
 * since a refusal must cost as little as possible, but after the body was read, so that slow callers do not hold a place
 * meanwhile.
 */
@Component
@FilterRegistration(urlPatterns = {RequestConfiguration.API + "/*", "/calendars/*"}, order = 2)
final class OverloadFilter extends OncePerRequestFilter {

    private final Semaphore places;

    OverloadFilter(@Value("${fleet.max-concurrent-requests}") int maxConcurrentRequests) {
        places = new Semaphore(maxConcurrentRequests);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
