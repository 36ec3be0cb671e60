package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.bootstrap.kit.TcpRelay;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/**
 * A service process is killed during a request: the change and the record of its answer both exist, or neither does. The
 * request is retried at another instance on the same database.
 */
class KillIT extends SystemTest {

    private static final URI SERVER = URI.create(DATABASE.jdbcUrl().substring("jdbc:".length()));

    private final String key = UUID.randomUUID().toString();
    private String car;
    private String body;

    /** The service, at the time of the tests. */
    static final class Victim {

        public static void main(String[] arguments) {
            SpringApplication.from(FleetBookingApplication::main).with(SettableClockConfiguration.class).run(arguments);
        }
    }

    @BeforeEach
    void makeACar() {
        car = fleet.car(fleet.dealer());
        body = fleet.booking(car, Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-04T09:00:00Z"));
    }

    @Test
    void afterAKillBetweenCommitAndAnswerTheRetryGetsTheAnswer() throws Exception {
        killAfter("COMMIT", () -> !bookings().body().requiredAt("/items").isEmpty());
        var booked = bookings();

        var repeated = book(api).expect(201);

        assertThat(repeated.header("Idempotent-Replayed")).contains("true");
        assertThat(repeated.body()).isEqualTo(booked.body().requiredAt("/items/0"));
        assertThat(repeated.location()).isEqualTo("/bookings/" + repeated.id());
        assertThat(bookings().body()).isEqualTo(booked.body());
    }

    @Test
    void afterAKillBeforeTheCommitNothingIsBookedAndTheRetryBooks() throws Exception {
        killAfter("UPDATE idempotency_record", () -> true);
        assertThat(bookings().body().requiredAt("/items")).isEmpty();

        var repeated = book(api).expect(201);

        assertThat(repeated.header("Idempotent-Replayed")).isEmpty();
        assertThat(bookings().texts("/items", "/id")).containsExactly(repeated.id());
    }

    /** Books at a process that gets no answer from its database after it has sent this text, and then kills the process. */
    private void killAfter(String lastWords, Callable<Boolean> done) throws Exception {
        try (var relay = new TcpRelay(SERVER.getHost(), SERVER.getPort()); var victim = start(relay)) {
            var port = victim.awaitPort();
            relay.muteAfter(lastWords);
            var answer = CompletableFuture.supplyAsync(() -> book(new Api(port)));

            await().until(relay::isMute);
            await().until(done);
            assertThat(answer).isNotDone();
            victim.kill();

            assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private static JavaProcess start(TcpRelay relay) {
        var direct = "%s:%d".formatted(SERVER.getHost(), SERVER.getPort());
        var relayed = DATABASE.jdbcUrl().replace(direct, "127.0.0.1:" + relay.port());
        return JavaProcess.start(
                DATABASE.environment(),
                Victim.class,
                // Makes the driver send each statement as text each time, not only the first time.
                "--spring.datasource.url=" + relayed + (relayed.contains("?") ? "&" : "?") + "prepareThreshold=0",
                // The other services of this test run share the server's 100 connections.
                "--spring.datasource.hikari.maximum-pool-size=5",
                "--server.port=0",
                "--fleet.housekeeping.enabled=false");
    }

    private Api.Answer book(Api at) {
        return at.post("/bookings", body, "Idempotency-Key", key);
    }

    private Api.Answer bookings() {
        return api.get("/bookings?carId=" + car).expect(200);
    }
}
