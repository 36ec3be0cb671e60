package dev.fleetbooking.rest.kit.foreign;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a browser sends on behalf of another site. While callers need not authenticate, everybody who can reach
 * the service may use it, and every page in a browser on this machine can make that browser send requests to it, see ADR 0033.
 * It precedes all other filters except Spring's, which counts requests.
 */
@Component
@EnableConfigurationProperties(WebProperties.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ForeignRequestFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Its bean, if there is one. Another site cannot make a browser send a token, or the cookie of a login (SameSite). */
    private static final String SPRING_SECURITY = "springSecurityFilterChain";

    private final Set<String> hosts;
    private final boolean callersNeedTokens;

    ForeignRequestFilter(WebProperties properties, BeanFactory beans) {
        callersNeedTokens = beans.containsBean(SPRING_SECURITY);
        hosts = Stream.concat(LOOPBACK.stream(), properties.allowedHosts().stream())
                .map(ForeignRequestFilter::withoutPort)
                .collect(toUnmodifiableSet());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return callersNeedTokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Not getServerName(), which forwarding headers can change, and pages may send those.
        var host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !hosts.contains(withoutPort(host))) {
            response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
        } else if (isCrossSite(request, host)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst("\\.?(:\\d*)?$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isCrossSite(HttpServletRequest request, String host) {
        return Collections.list(request.getHeaders(HttpHeaders.ORIGIN)).stream().anyMatch(origin -> !isOf(host, origin))
                || Collections.list(request.getHeaders("Sec-Fetch-Site")).contains("cross-site");
    }

    /** Behind a proxy the scheme of the origin may differ from that of the request. */
    private static boolean isOf(String host, String origin) {
        return host != null && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }
}
