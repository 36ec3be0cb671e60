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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends on behalf of another site. Nobody has to authenticate, so whoever reaches this service may use
 * it, and a browser on this machine reaches it for every page that it shows, see ADR 0033. Before everything that answers, and
 * after Spring's filter that counts.
 */
@Component
@EnableConfigurationProperties(WebProperties.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ForeignRequestFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;

    ForeignRequestFilter(WebProperties properties) {
        hosts = Stream.concat(LOOPBACK.stream(), properties.allowedHosts().stream())
                .map(ForeignRequestFilter::withoutPort)
                .collect(toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Not getServerName(), which forwarding headers can change, and a page may send those.
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

    /** Behind a proxy the scheme of the origin may be another than the one that the request came by. */
    private static boolean isOf(String host, String origin) {
        return host != null && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }
}
