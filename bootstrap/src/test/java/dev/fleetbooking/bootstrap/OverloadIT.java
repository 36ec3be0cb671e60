package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More requests than the service has permits for, of which there are few here. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.max-concurrent-requests=" + OverloadIT.PLACES,
    "fleet.housekeeping.enabled=false",
    "spring.datasource.hikari.maximum-pool-size=5",
    // Longer than the default, so that the wait for the lock does not time out on a slow machine.
    "spring.datasource.hikari.connection-init-sql=SET lock_timeout = '60s'"})
@Isolated
@Tag("thorough")
class OverloadIT {

    static final int PLACES = 3;

    /** More than Tomcat has threads, unless they are virtual. */
    private static final int MANY = 250;

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Api api;
    private Fleet fleet;
    private String car;

    @DynamicPropertySource
    static void useTheTestDatabase(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
    }

    @BeforeEach
    void makeACar() {
        api = new Api(port);
        fleet = new Fleet(api);
        car = fleet.car(fleet.dealer());
    }

    @Test
    void surplusRequestsAreRefusedAtOnceAndTheOthersAreServed() throws Exception {
        whileAllPlacesAreTaken(() -> {
            var before = Instant.now();
            for (var surplus = 0; surplus < 20; surplus++) {
                var refused = surplus % 2 == 0 ? book(PLACES + surplus) : api.get("/cars/" + car);
                refused.expectProblem(503, "temporarily-unavailable");
                assertThat(refused.header("Retry-After")).contains("1");
            }
            assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
            api.raw("GET", "/calendars/cars/%s.ics".formatted(car), null).expectProblem(503, "temporarily-unavailable");
            api.raw("GET", "/actuator/health/readiness", null).expect(200);
            api.raw("GET", "/problems/temporarily-unavailable", null).expect(200);
        });
        book(PLACES).expect(201);
        // They are counted, though they were refused before routing.
        assertThat(api.raw("GET", "/actuator/prometheus", null).expect(200).http().body())
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"503\",uri=\"UNKNOWN\"");
    }

    /** After 20 s Tomcat would disconnect slow callers. */
    @Test
    @Timeout(15)
    void slowCallersDoNotBlockOthers() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            while (slow.size() < MANY) {
                slow.add(sendHalfARequest());
            }
            for (var i = 0; i < 20; i++) {
                api.get("/cars/" + car).expect(200);
            }
        } finally {
            for (var socket : slow) {
                breakOff(socket);
            }
        }
    }

    /** Also waits until the service has finished it, since the request needs a permit even to be refused. */
    private static void breakOff(Socket socket) throws IOException {
        try (socket) {
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    /** Also waits until the service has begun to process it, which its answer to Expect shows. */
    private Socket sendHalfARequest() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write("""
                POST /api/v1/dealers HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/json\r
                Content-Length: 100\r
                Expect: 100-continue\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
        return socket;
    }

    private interface Check {
        void run() throws Exception;
    }

    private void whileAllPlacesAreTaken(Check check) throws Exception {
        List<CompletableFuture<Api.Answer>> accepted;
        try (var _ = DATABASE.uncommitted("SELECT 1 FROM car WHERE id = ?::uuid FOR UPDATE", car)) {
            accepted = IntStream.range(0, PLACES).mapToObj(day -> CompletableFuture.supplyAsync(
                    () -> book(day), Thread::startVirtualThread)).toList();
            awaitWaitingForTheCar(PLACES);

            check.run();
        }
        accepted.forEach(answer -> answer.join().expect(201));
    }

    private void awaitWaitingForTheCar(int requests) {
        var deadline = Instant.now().plus(PATIENCE);
        var waiting = database.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR SHARE OF car%'
                """).query(Integer.class);
        while (waiting.single() < requests) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private Api.Answer book(int day) {
        var start = START.plus(Duration.ofDays(day));
        return api.post("/bookings", fleet.booking(car, start, start.plus(Duration.ofHours(2))));
    }
}
