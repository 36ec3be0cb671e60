package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Does what a new user does: starts the service without a database, and enters the commands of the README. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.datasource.url=")
@DirtiesContext
class ReadmeIT {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    private static Path dataDirectory;

    @DynamicPropertySource
    static void keepTheDataApart(DynamicPropertyRegistry properties) {
        properties.add("fleet.embedded-postgres.data-directory", () -> dataDirectory.resolve("postgres").toString());
    }

    @Test
    void theExamplesGiveTheAnswersShown(@LocalServerPort int port) throws Exception {
        var examples = ReadmeExample.in(Files.readString(README).replace("127.0.0.1:8080", "127.0.0.1:" + port));

        assertThat(examples).isNotEmpty();
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    @Test
    void onlyThisMachineCanReachTheService(@Value("${server.address}") InetAddress address) {
        assertThat(address.isLoopbackAddress()).isTrue();
    }
}
