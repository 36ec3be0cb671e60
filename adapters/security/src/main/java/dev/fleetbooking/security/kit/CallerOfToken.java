package dev.fleetbooking.security.kit;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Makes the caller from the claims of a valid token. A claim of the wrong shape makes the token invalid. */
record CallerOfToken(SecurityProperties properties, Callers callers) implements Converter<ClaimAccessor, CallerAuthentication> {

    @Override
    public CallerAuthentication convert(ClaimAccessor token) {
        try {
            return callers.of(new Claims(token, properties.rolesClaim()));
        } catch (InvalidValueException wrongShape) {
            throw new InvalidBearerTokenException("A claim has the wrong shape", wrongShape);
        }
    }
}
