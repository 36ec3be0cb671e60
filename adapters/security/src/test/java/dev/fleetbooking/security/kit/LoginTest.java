package dev.fleetbooking.security.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

class LoginTest {

    /** GitHub gives no ID tokens. */
    @ParameterizedTest
    @ValueSource(strings = {"GITHUB", "GOOGLE,FACEBOOK"})
    void aLoginAtSeveralProvidersOrWithoutIdTokensEndsTheStart(String names) {
        assertThatThrownBy(() -> Login.only(providers(names)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("There must be one provider, with the scope openid");
    }

    @Test
    void aProviderOfIdTokensIsAccepted() {
        assertThat(Login.only(providers("GOOGLE")).getRegistrationId()).isEqualTo("GOOGLE");
    }

    @Test
    void besideTrialTokensALoginEndsTheStart() {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(TrialTokens.PROFILE);

        assertThatThrownBy(() -> new Login(environment))
                .hasMessageContaining("It would replace the configured issuer of tokens");
    }

    private static InMemoryClientRegistrationRepository providers(String names) {
        var providers = new ClientRegistration[names.split(",").length];
        for (var i = 0; i < providers.length; i++) {
            var name = names.split(",")[i];
            providers[i] = CommonOAuth2Provider.valueOf(name).getBuilder(name).clientId("pages").build();
        }
        return new InMemoryClientRegistrationRepository(providers);
    }
}
