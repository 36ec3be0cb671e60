package dev.fleetbooking.security.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.security.kit.TrialCallers.TrialCaller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

@ExtendWith(OutputCaptureExtension.class)
class TrialTokensTest {

    private static final TrialCaller CALLER = new TrialCaller("ADA", "somebody", "ada", "reader", Map.of("team", "blue"));
    private static final Pattern PRINTED = Pattern.compile("^# somebody\nADA=(\\S+)$", Pattern.MULTILINE);

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(TrialTokens.class, Properties.class)
            .withPropertyValues("spring.profiles.active=" + TrialTokens.PROFILE)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(JwtTimestampValidator.class)
            .withBean(TrialCallers.class, () -> () -> List.of(CALLER));

    @Test
    void thePrintedTokensAreValidAndHaveTheirClaims(CapturedOutput output) {
        context.run(started -> {
            started.getBean(TrialTokens.Printer.class).print(null);

            var printed = PRINTED.matcher(output.getAll());
            assertThat(printed.find()).isTrue();
            var token = started.getBean(JwtDecoder.class).decode(printed.group(1));
            assertThat(token.getSubject()).isEqualTo("ada");
            assertThat(token.getClaims()).containsEntry("roles", List.of("reader")).containsEntry("team", "blue");
            assertThat(token.getExpiresAt()).isNotNull();
        });
    }

    @Test
    void besideAnIssuerTheyEndTheStart() {
        context.withPropertyValues("spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/")
                .run(started -> assertThat(started).getFailure().rootCause()
                        .hasMessageContaining("It would replace the configured issuer of tokens"));
    }

    @EnableConfigurationProperties(SecurityProperties.class)
    static class Properties {
    }
}
