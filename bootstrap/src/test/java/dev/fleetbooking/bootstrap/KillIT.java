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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;

/**
 * A service process is killed during a request: the change and the record of its answer both exist, or neither does. The
 * request is retried at another instance on the same database.
 */
@Timeout(120)
@Tag("thorough")
class KillIT extends SystemTest {

    private static final URI SERVER = URI.create(DATABASE.jdbcUrl().substring("jdbc:".length()));

    /** The service, at the time of the tests. */
    static final class Victim {

        public static void main(String[] arguments) {
            SpringApplication.from(FleetBookingApplication::main).with(SettableClockConfiguration.class).run(arguments);
        }
    }

    @Test
    void aCommittedRequestIsNotExecutedAgainAndOneThatWasNotCommittedIs() throws Exception {
        var committed = new Request(fleet.car(fleet.dealer()));
        var open = new Request(fleet.car(fleet.dealer()));
        try (var relay = new TcpRelay(SERVER.getHost(), SERVER.getPort()); var victim = start(relay)) {
            var port = victim.awaitPort();
            // The process gets no answer from its database after it has sent this.
            relay.muteAfter("COMMIT");
            var first = CompletableFuture.supplyAsync(() -> committed.sendTo(new Api(port)));
            await().until(relay::isMute);
            await().until(() -> !committed.bookings().isEmpty());
            relay.muteAfter("UPDATE idempotency_record");
            var second = CompletableFuture.supplyAsync(() -> open.sendTo(new Api(port)));
            await().until(relay::isMute);
            assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);

            victim.kill();

            assertThatThrownBy(first::join).hasRootCauseInstanceOf(IOException.class);
            assertThatThrownBy(second::join).hasRootCauseInstanceOf(IOException.class);
        }
        var booked = committed.bookings();
        assertThat(open.bookings()).isEmpty();

        var replayed = committed.sendTo(api).expect(201);
        var executed = open.sendTo(api).expect(201);

        assertThat(replayed.header("Idempotent-Replayed")).contains("true");
        assertThat(replayed.body()).isEqualTo(booked.get(0));
        assertThat(replayed.location()).isEqualTo("/bookings/" + replayed.id());
        assertThat(committed.bookings()).isEqualTo(booked);
        assertThat(executed.header("Idempotent-Replayed")).isEmpty();
        assertThat(open.bookings()).hasSize(1);
    }

    private static JavaProcess start(TcpRelay relay) {
        var direct = "%s:%d".formatted(SERVER.getHost(), SERVER.getPort());
        var relayed = DATABASE.jdbcUrl().replace(direct, "127.0.0.1:" + relay.port());
        return JavaProcess.start(
                DATABASE.environment(),
                Victim.class,
                // Makes the driver send each statement as text each time, not only the first time, and wait longer than the test.
                "--spring.datasource.url=" + relayed + (relayed.contains("?") ? "&" : "?") + "prepareThreshold=0&socketTimeout=120",
                // The other services of this test run share the server's 100 connections.
                "--spring.datasource.hikari.maximum-pool-size=5",
                "--server.port=0",
                "--fleet.housekeeping.enabled=false");
    }

    /** A booking of a car, with a key. */
    private final class Request {

        private final String key = UUID.randomUUID().toString();
        private final String car;

        Request(String car) {
            this.car = car;
        }

        Api.Answer sendTo(Api at) {
            var body = fleet.booking(car, Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-04T09:00:00Z"));
            return at.post("/bookings", body, "Idempotency-Key", key);
        }

        JsonNode bookings() {
            return api.get("/bookings?carId=" + car).expect(200).body().requiredAt("/items");
        }
    }
}
