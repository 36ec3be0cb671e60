package dev.fleetbooking.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

class TrialTokensTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(TrialTokens.class)
            .withPropertyValues("spring.profiles.active=" + TrialTokens.PROFILE);

    @Test
    void besideALoginTheyEndTheStart() {
        context.withBean(ClientRegistrationRepository.class, () -> new InMemoryClientRegistrationRepository(
                        CommonOAuth2Provider.GOOGLE.getBuilder("google").clientId("pages").build()))
                .run(started -> assertThat(started).getFailure().rootCause()
                        .hasMessageContaining("It would replace the configured issuer of tokens"));
    }
}
