package dev.fleetbooking.security.kit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens to try the service with, signed with a key that is made at each start and kept nowhere. */
@Configuration(proxyBeanMethods = false)
@Profile(TrialTokens.PROFILE)
class TrialTokens {

    static final String PROFILE = "tokens";

    private static final Logger LOG = LoggerFactory.getLogger(TrialTokens.class);
    private static final Duration VALIDITY = Duration.ofHours(12);

    private final SecretKey key = newKey();

    /** Whoever reads the log could do everything with a service whose callers are known to an issuer. */
    TrialTokens(Environment environment) {
        if (AuthenticationConfigured.byIssuer(environment)) {
            throw wouldReplaceTheIssuer();
        }
    }

    static InvalidConfigurationPropertyValueException wouldReplaceTheIssuer() {
        return new InvalidConfigurationPropertyValueException(
                "spring.profiles.active", PROFILE, "It would replace the configured issuer of tokens. Leave out one of them.");
    }

    /** The service signs and verifies with it. An RSA key would take a second of the start. */
    private static SecretKey newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Bean
    JwtDecoder trialTokenDecoder(List<OAuth2TokenValidator<Jwt>> validators) {
        var decoder = NimbusJwtDecoder.withSecretKey(key).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(validators));
        return decoder;
    }

    @Bean
    JwtEncoder trialTokenEncoder() {
        return NimbusJwtEncoder.withSecretKey(key).build();
    }

    @Bean
    Printer trialTokenPrinter(JwtEncoder encoder, SecurityProperties properties, TrialCallers callers, Clock clock) {
        return new Printer(encoder, properties, callers, clock);
    }

    /** Prints the tokens when the service is ready. */
    record Printer(JwtEncoder encoder, SecurityProperties properties, TrialCallers callers, Clock clock) {

        @EventListener
        void print(ApplicationReadyEvent ready) {
            var tokens = callers.get().stream()
                    .map(caller -> "# %s\n%s=%s\n".formatted(caller.description(), caller.variable(), token(caller)))
                    .collect(Collectors.joining());
            LOG.info("Tokens for {} hours, to paste into a shell:\n\n{}", VALIDITY.toHours(), tokens);
        }

        private String token(TrialCallers.TrialCaller caller) {
            var now = clock.instant();
            var claims = JwtClaimsSet.builder().subject(caller.account()).issuedAt(now).expiresAt(now.plus(VALIDITY))
                    .claim(properties.rolesClaim(), List.of(caller.role()));
            caller.claims().forEach(claims::claim);
            return encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
        }
    }
}
