package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The issuer of tokens does not answer: a fault that passes, and neither the caller's nor a defect. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "fleet.housekeeping.enabled=false")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("UnreadableKeysIT")
class UnreadableKeysIT {

    @DynamicPropertySource
    static void nobodyAnswersForTheIssuer(DynamicPropertyRegistry properties) {
        TestDatabase.createDatabase().configure(properties);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> "http://127.0.0.1:%d".formatted(closedPort()));
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTokenThatCannotBeCheckedGets503(@LocalServerPort int port, CapturedOutput output) {
        var nobody = new Api(port);

        nobody.with(new Tokens(SettableClockConfiguration.NOW).admin()).get("/cars").expectProblem(503, "temporarily-unavailable");
        assertThat(output).contains("The keys of the issuer cannot be read: ").doesNotContain("\tat ");
        nobody.with("no.token").get("/cars").expectProblem(401, "unauthenticated");
    }
}
