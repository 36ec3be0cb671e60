package dev.fleetbooking.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs who was refused what. The request's id, which every line has, is also in the answer; a token is in no line. */
final class RefusalLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.fleetbooking.audit");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSALS.contains(response.getStatus())) {
            var who = SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                    ? caller.getName()
                    : "nobody";
            LOG.info("refused {} to {}: {} {}", response.getStatus(), who, request.getMethod(), request.getRequestURI());
        }
    }
}
