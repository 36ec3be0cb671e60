package dev.fleetbooking.security.kit;

import dev.fleetbooking.domain.kit.InvalidValueException;

/** What a service knows of a caller, by the claims of its valid token or its login. The service gives it as a bean. */
@FunctionalInterface
public interface Callers {

    /** @throws InvalidValueException if a claim has the wrong shape, which makes the token invalid */
    CallerAuthentication of(Claims claims);
}
