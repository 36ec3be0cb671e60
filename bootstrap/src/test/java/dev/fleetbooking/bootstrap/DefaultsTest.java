package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class DefaultsTest {

    @Test
    void theServiceAnswersThisMachineOnlyBecauseThereIsNoAuthentication() throws IOException {
        var defaults = new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yaml")).getFirst();

        assertThat(defaults.getProperty("server.address")).hasToString("127.0.0.1");
    }
}
