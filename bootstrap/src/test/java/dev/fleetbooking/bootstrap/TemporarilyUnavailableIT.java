package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.TcpRelay;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Faults of the database, with a separate service that has short timeouts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    "spring.datasource.hikari.maximum-pool-size=" + TemporarilyUnavailableIT.CONNECTIONS,
    "spring.datasource.hikari.connection-init-sql=SET lock_timeout = '100ms'"})
@Tag("thorough")
class TemporarilyUnavailableIT {

    static final int CONNECTIONS = 2;

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final URI SERVER = URI.create(DATABASE.jdbcUrl().substring("jdbc:".length()));
    private static final TcpRelay RELAY = new TcpRelay(SERVER.getHost(), SERVER.getPort());

    @Autowired
    private DataSource pool;

    private Api api;
    private String dealer;

    @DynamicPropertySource
    static void reachTheDatabaseThroughTheRelay(DynamicPropertyRegistry properties) {
        var direct = "%s:%d".formatted(SERVER.getHost(), SERVER.getPort());
        var relayed = "127.0.0.1:%d".formatted(RELAY.port());
        var url = DATABASE.jdbcUrl().replace(direct, relayed);
        // The URL takes precedence over the configuration. The driver sends each statement as text each time.
        properties.add("spring.datasource.url",
                () -> url + (url.contains("?") ? "&" : "?") + "socketTimeout=1&prepareThreshold=0");
        properties.add("spring.datasource.username", DATABASE::username);
        properties.add("spring.datasource.password", DATABASE::password);
    }

    @BeforeEach
    void makeADealer(@LocalServerPort int port) {
        api = new Api(port);
        dealer = new Fleet(api).dealer();
    }

    @AfterAll
    static void closeTheRelay() throws Exception {
        RELAY.close();
    }

    @Test
    void aRequestThatWaitsTooLongForALockGets503() throws Exception {
        try (var _ = DATABASE.uncommitted("SELECT 1 FROM dealer WHERE id = ?::uuid FOR UPDATE", dealer)) {
            expectUnavailable(rename());
        }
        rename().expect(200);
    }

    @Test
    void aRetryThatWaitsTooLongForTheFirstAnswerGetsRequestInProgress() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var _ = DATABASE.uncommitted(
                "INSERT INTO idempotency_record (key, fingerprint, created_at) VALUES (?, sha256(''), now())", key)) {
            var waiting = register(key).expectProblem(409, "request-in-progress");
            assertThat(waiting.header("Retry-After")).contains("1");
        }
        register(key).expect(201);
    }

    @Test
    void aRequestWithoutAFreeConnectionGets503() throws Exception {
        var taken = new ArrayList<Connection>();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                taken.add(pool.getConnection());
            }

            var before = Instant.now();
            expectUnavailable(api.get("/dealers"));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
            // The service is busy, not down.
            api.raw("GET", "/actuator/health/readiness", null).expect(200);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        api.get("/dealers").expect(200);
    }

    @Test
    void whileTheDatabaseIsUnreachableAllRequestsGet503() {
        RELAY.cut();
        try {
            expectUnavailable(api.get("/dealers/" + dealer));
            expectUnavailable(rename());
            api.raw("GET", "/actuator/health/readiness", null).expect(503);
            api.raw("GET", "/actuator/health/liveness", null).expect(200);
        } finally {
            mendTheRelay();
        }
        api.get("/dealers/" + dealer).expect(200);
        api.raw("GET", "/actuator/health/readiness", null).expect(200);
    }

    @Test
    @Timeout(30)
    void whileTheDatabaseIsSilentAllRequestsGet503() {
        RELAY.silence();
        try {
            var before = Instant.now();
            expectUnavailable(api.get("/dealers/" + dealer));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            expectUnavailable(rename());
            api.raw("GET", "/actuator/health/readiness", null).expect(503);
        } finally {
            mendTheRelay();
        }
        api.get("/dealers/" + dealer).expect(200);
        api.raw("GET", "/actuator/health/readiness", null).expect(200);
    }

    @Test
    @Timeout(30)
    void aRequestWhoseCommitIsNotAcknowledgedGets503AndItsRetryTheAnswer() {
        var key = UUID.randomUUID().toString();
        RELAY.muteAfter("COMMIT");
        try {
            expectUnavailable(register(key));
        } finally {
            mendTheRelay();
        }
        assertThat(register(key).expect(201).header("Idempotent-Replayed")).contains("true");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anOutageIsLoggedInOneLineForEachRequest(CapturedOutput log) {
        RELAY.cut();
        try {
            for (var request : List.of(api.get("/dealers/" + dealer), rename(), api.get("/dealers"))) {
                assertThat(log.getOut().lines().filter(line -> line.contains("[" + request.text("/requestId") + "]")))
                        .singleElement().asString().contains("The store is unavailable");
            }
            api.raw("GET", "/actuator/health/readiness", null).expect(503);
            assertThat(log.getOut()).contains("The database is not ready").doesNotContain("\tat ");
        } finally {
            mendTheRelay();
        }
    }

    private void mendTheRelay() {
        RELAY.mend();
        // The pool needs a moment to connect again; each refused attempt waits for it.
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get("/dealers/" + dealer).status() != 503);
    }

    private Api.Answer register(String key) {
        return api.post("/dealers", """
                {"name": "City Cars", "timeZone": "UTC", "currency": "EUR"}
                """, "Idempotency-Key", key);
    }

    private Api.Answer rename() {
        return api.patch("/dealers/" + dealer, "{\"name\": \"Other\"}", "If-Match", "*");
    }

    private static void expectUnavailable(Api.Answer answer) {
        answer.expectProblem(503, "temporarily-unavailable");
        assertThat(answer.header("Retry-After")).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
    }
}
