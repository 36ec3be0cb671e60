package dev.fleetbooking.security.kit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Logs who was refused what. The request's id, which every line has, is also in the answer; a token is in no line. What is
 * included in an answer is another request, but what it is forwarded to is not.
 */
final class RefusalLog extends HttpFilter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.fleetbooking.audit");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSALS.contains(response.getStatus()) && request.getDispatcherType() != DispatcherType.FORWARD) {
            var who = SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                    ? caller.getName()
                    : "nobody";
            LOG.info("refused {} to {}: {} {}", response.getStatus(), who, request.getMethod(), request.getRequestURI());
        }
    }
}
