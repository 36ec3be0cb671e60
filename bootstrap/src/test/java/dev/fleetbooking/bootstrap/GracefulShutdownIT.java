package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** A service process with its embedded PostgreSQL gets SIGTERM during a request. */
@Execution(CONCURRENT)
class GracefulShutdownIT {

    /** 128 plus the number of the signal: the exit status of a JVM that was terminated by it. */
    private static final int TERMINATED = 143;

    @TempDir
    private static Path directory;

    @Test
    void acceptedRequestsAreAnsweredBeforeTheServiceAndItsDatabaseStop() throws Exception {
        try (var service = start()) {
            var port = service.awaitPort();
            var api = new Api(port);
            var fleet = new Fleet(api);
            var car = fleet.car(fleet.dealer());
            CompletableFuture<Api.Answer> accepted;
            try (var connection = connect(); var locking = connection.createStatement()) {
                connection.setAutoCommit(false);
                locking.execute("SELECT 1 FROM car FOR UPDATE");
                accepted = CompletableFuture.supplyAsync(() -> book(api, fleet, car));
                await().until(() -> isWaitingForTheCar(connection));

                service.terminate();
                await().until(() -> isRefused(port));

                assertThat(accepted).isNotDone();
            }
            accepted.join().expect(201);
            assertThat(service.awaitEnd()).doesNotContain("WARN", "ERROR");
            assertThat(service.exitCode()).isEqualTo(TERMINATED);
            assertThat(pidFile()).doesNotExist();
        }
    }

    private static JavaProcess start() {
        return JavaProcess.startService(
                Map.of(),
                "--fleet.embedded-postgres.data-directory=" + directory,
                "--fleet.demo-data=false",
                "--server.port=0",
                // Longer than the default, so that the wait for the lock does not time out on a slow machine.
                "--spring.datasource.hikari.connection-init-sql=SET lock_timeout = '60s'");
    }

    private static Api.Answer book(Api api, Fleet fleet, String car) {
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
        return api.post("/bookings", fleet.booking(car, start, start.plus(Duration.ofHours(2))));
    }

    private static Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(pidFile()).get(3);
        var password = Files.readString(directory.resolve("password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), "fleet", password);
    }

    private static Path pidFile() {
        return directory.resolve("cluster").resolve("postmaster.pid");
    }

    private static boolean isWaitingForTheCar(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }

    private static boolean isRefused(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
