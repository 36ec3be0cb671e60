package dev.fleetbooking.security.kit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are known, and limited.
 *
 * @param rolesClaim        the claim with the roles: an array of strings; unknown ones are ignored
 * @param requestsPerMinute how many requests a caller may send; 0 for any number
 * @param allowedOrigins    the origins whose pages may call the service from a browser
 * @param loginDuration     how long after its login a browser has to log in again, even if it was used all the time
 */
@ConfigurationProperties("fleet.security")
record SecurityProperties(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("0") int requestsPerMinute,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("8h") Duration loginDuration) {

    SecurityProperties {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("fleet.security.requests-per-minute must not be negative");
        }
        if (!loginDuration.isPositive()) {
            throw new IllegalArgumentException("fleet.security.login-duration must be positive");
        }
    }
}
