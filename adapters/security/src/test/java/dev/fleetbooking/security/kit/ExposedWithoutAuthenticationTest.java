package dev.fleetbooking.security.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ExposedWithoutAuthenticationTest {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(ExposedWithoutAuthentication.Guard.class);

    @ParameterizedTest
    @ValueSource(strings = {"server.address=0.0.0.0", "server.address=", "fleet.security.open=false"})
    void aServiceThatListensForOthersWithoutAuthenticationDoesNotStart(String setting) {
        context.withPropertyValues(setting).run(started -> assertThat(started).getFailure()
                .isInstanceOf(ExposedWithoutAuthentication.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "server.address=127.0.0.1", "server.address=::1", "fleet.security.open=true", "spring.profiles.active=tokens",
        JWT + "issuer-uri=https://issuer.example", JWT + "jwk-set-uri=https://issuer.example/keys",
        JWT + "public-key-location=classpath:key.pem"})
    void aServiceForThisMachineOrWithAuthenticationOrToldToBeOpenStarts(String setting) {
        context.withPropertyValues(setting).run(started -> assertThat(started).hasNotFailed());
    }
}
