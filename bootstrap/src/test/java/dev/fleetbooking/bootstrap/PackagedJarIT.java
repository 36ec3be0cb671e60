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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** The jar, started by the exact command in the README, with its embedded PostgreSQL. */
@Execution(CONCURRENT)
class PackagedJarIT {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("^java (.*-XX:SharedArchiveFile=(\\S+) .*-jar .*)$", Pattern.MULTILINE);

    /** The archive of the first start, which takes several seconds to write, is tested as well. */
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");

    /** 128 plus the number of the signal: the exit status of a JVM that was terminated by it. */
    private static final int TERMINATED = 143;

    @TempDir
    private static Path directory;

    private String command;
    private String withoutArchive;
    private Path archive;

    @BeforeEach
    void readTheCommand() throws IOException {
        var readme = COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        command = readme.group(1);
        withoutArchive = command.replace("-XX:+AutoCreateSharedArchive ", "");
        archive = ROOT.resolve(readme.group(2));
        Files.deleteIfExists(archive);
    }

    @Test
    void acceptedRequestsAreAnsweredBeforeTheServiceAndItsDatabaseStop() throws Exception {
        try (var service = start(THOROUGH ? command : withoutArchive)) {
            var port = service.awaitPort();
            var api = new Api(port);
            assertThat(api.get("/cars").expect(200).body().requiredAt("/items")).isNotEmpty();
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
        if (THOROUGH) {
            startFromTheArchive();
        }
    }

    /** "on": the virtual machine exits at once if it cannot use the archive. */
    private void startFromTheArchive() throws IOException {
        assertThat(archive).isNotEmptyFile();
        try (var service = start("-Xshare:on " + withoutArchive)) {
            service.awaitPort();
            service.terminate();
            service.awaitEnd();
        }
    }

    private static JavaProcess start(String command) {
        var arguments = Stream.of(
                JavaProcess.QUICK,
                List.of(command.split(" ")),
                List.of(
                        "--fleet.embedded-postgres.data-directory=" + directory,
                        "--server.port=0",
                        // Longer than the default, so that the wait for the lock does not time out on a slow machine.
                        "--spring.datasource.hikari.connection-init-sql=SET lock_timeout = '60s'"));
        return JavaProcess.start(ROOT, Map.of(), arguments.flatMap(List::stream).toList());
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
