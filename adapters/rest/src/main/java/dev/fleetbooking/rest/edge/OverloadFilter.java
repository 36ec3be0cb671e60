package dev.fleetbooking.rest.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away at once what would have to wait for so long that its caller gives up: a queue that grows helps nobody. Before
 * Spring MVC, since what is turned away must cost next to nothing.
 */
public final class OverloadFilter extends OncePerRequestFilter {

    /** When to come back if something was only of no avail at the moment. */
    public static final String RETRY_AFTER_SECONDS = "1";

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
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
