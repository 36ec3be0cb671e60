package dev.fleetbooking.security.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecurityPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "requests-per-minute, -1, must not be negative",
        "login-duration, 0s, must be positive"})
    void aSettingOutOfRangeEndsTheStart(String name, String value, String reason) {
        new ApplicationContextRunner().withUserConfiguration(Properties.class)
                .withPropertyValues("fleet.security.%s=%s".formatted(name, value))
                .run(started -> assertThat(started).getFailure().rootCause()
                        .hasMessage("fleet.security.%s %s".formatted(name, reason)));
    }

    @EnableConfigurationProperties(SecurityProperties.class)
    static class Properties {
    }
}
