package dev.fleetbooking.rest.kit.overload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away at once what would have to wait for so long that its caller gives up: a queue that grows helps nobody. Before
 * Spring MVC, since what is turned away must cost next to nothing.
 */
final class OverloadFilter extends OncePerRequestFilter {

    private final Semaphore places;

    OverloadFilter(int maxConcurrentRequests) {
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
