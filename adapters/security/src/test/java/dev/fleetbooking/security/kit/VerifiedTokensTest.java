package dev.fleetbooking.security.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.application.kit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final JwtTimestampValidator expiry = new JwtTimestampValidator(Duration.ZERO);
    private final List<String> decoded = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(this::decode, expiry, clock);

    VerifiedTokensTest() {
        clock.set(NOW);
        expiry.setClock(clock);
    }

    @Test
    void aTokenIsDecodedOnceForAllRequestsOfAMinute() {
        assertThat(tokens.decode("lasting")).isSameAs(tokens.decode("lasting"));
        tokens.decode("lasting.of.another");
        clock.set(NOW.plus(VerifiedTokens.PERIOD).minusMillis(1));
        tokens.decode("lasting");

        assertThat(decoded).containsExactly("lasting", "lasting.of.another");
    }

    /** The issuer may have withdrawn its key. */
    @Test
    void aTokenIsDecodedAgainAfterAMinute() {
        tokens.decode("lasting");
        clock.set(NOW.plus(VerifiedTokens.PERIOD));
        tokens.decode("lasting");

        assertThat(decoded).containsExactly("lasting", "lasting");
    }

    @Test
    void aTokenThatExpiresIsNoLongerValidThoughItWas() {
        tokens.decode("short");
        clock.set(EXPIRY.plusSeconds(1));

        assertThatThrownBy(() -> tokens.decode("short")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aTokenThatIsNotValidIsDecodedEachTime() {
        for (int request = 0; request < 2; request++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(decoded).containsExactly("forged", "forged");
    }

    /** Of one token, different spellings would push others out. */
    @ParameterizedTest
    @ValueSource(strings = {"", "lasting ", "lasting=", "lasting!", "lästing", "lasting\n"})
    void whatIsNotBase64urlIsNotEvenDecoded(String text) {
        assertThatThrownBy(() -> tokens.decode(text)).isInstanceOf(BadJwtException.class);

        assertThat(decoded).isEmpty();
    }

    private Jwt decode(String text) {
        decoded.add(text);
        var jwt = Jwt.withTokenValue(text).header("alg", "RS256").subject("ada")
                .expiresAt(text.startsWith("short") ? EXPIRY : EXPIRY.plusSeconds(3_600)).build();
        if (text.equals("forged") || expiry.validate(jwt).hasErrors()) {
            throw new BadJwtException("not valid");
        }
        return jwt;
    }
}
