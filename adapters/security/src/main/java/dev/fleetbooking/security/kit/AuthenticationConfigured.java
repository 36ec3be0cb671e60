package dev.fleetbooking.security.kit;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether the configuration says which tokens are valid; else every caller may do everything. */
public final class AuthenticationConfigured implements Condition {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    static boolean in(Environment environment) {
        return byIssuer(environment) || environment.acceptsProfiles(Profiles.of(TrialTokens.PROFILE));
    }

    static boolean byIssuer(Environment environment) {
        return Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .anyMatch(name -> StringUtils.hasText(environment.getProperty(JWT + name)));
    }
}
