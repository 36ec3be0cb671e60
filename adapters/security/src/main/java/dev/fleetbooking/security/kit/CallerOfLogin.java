package dev.fleetbooking.security.kit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the caller of a request from the ID token of its login, in the same way as from an access token. A login that took place
 * too long ago does not count: a role that was withdrawn would be valid for as long as the session is used.
 */
final class CallerOfLogin extends OncePerRequestFilter {

    private final CallerOfToken callers;
    private final Duration validity;
    private final Clock clock;

    CallerOfLogin(CallerOfToken callers, Duration validity, Clock clock) {
        this.callers = callers;
        this.validity = validity;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken login) {
            // A new one, because the session holds the other.
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller(login));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Null for nobody, which is also whoever logged in without an ID token. */
    private Authentication caller(OAuth2AuthenticationToken login) {
        return login.getPrincipal() instanceof OidcUser user && clock.instant().isBefore(user.getIssuedAt().plus(validity))
                ? callers.convert(user)
                : null;
    }
}
