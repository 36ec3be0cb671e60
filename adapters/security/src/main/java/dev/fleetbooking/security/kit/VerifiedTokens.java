package dev.fleetbooking.security.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Decodes a token once a minute rather than for each request, because its signature costs more than all other checks. For so long
 * a token stays valid after the decoder would refuse it because its key was withdrawn, and the decoder itself remembers keys for
 * five minutes. Whether a token has expired is checked for each request.
 */
final class VerifiedTokens implements JwtDecoder {

    static final Duration PERIOD = Duration.ofMinutes(1);

    /** Some 10 MB, if they are as long as usual. */
    private static final int MAX = 3_000;

    /** The decoder skips other characters in a signature, so that one token would have any number of spellings. */
    private static final Pattern FORM = Pattern.compile("[\\w.-]+");

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> expiry;
    private final Cache<String, Jwt> tokens;

    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> expiry, Clock clock) {
        this.decoder = decoder;
        this.expiry = expiry;
        this.tokens = Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(PERIOD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    @Override
    public Jwt decode(String token) {
        var known = tokens.getIfPresent(token);
        if (known != null && !expiry.validate(known).hasErrors()) {
            return known;
        }
        var verified = verify(token);
        tokens.put(token, verified);
        return verified;
    }

    /** Spring's check of {@code cnf} (RFC 8705, section 3.1) casts the claim without looking at it. */
    private Jwt verify(String token) {
        if (!FORM.matcher(token).matches()) {
            throw new BadJwtException("Not base64url");
        }
        try {
            return decoder.decode(token);
        } catch (ClassCastException wrongShape) {
            throw new BadJwtException("A claim has the wrong shape", wrongShape);
        }
    }
}
