package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.aot.StartCommand;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.ReadmeExample;
import dev.fleetbooking.bootstrap.kit.database.UnpackedPostgres;
import dev.fleetbooking.mcp.McpConfiguration;
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
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Does what a new user does, in the process of the tests: starts the service without any configuration, so with its embedded
 * PostgreSQL and its demo data, enters the commands of the README, and stops it. {@link PackagedJarIT} starts the jar.
 */
@WhatToDo("correct the answer that the README shows, or the change that broke a promise of "
        + "docs/adr/0040-what-the-default-build-proves.md")
@Execution(CONCURRENT)
@ResourceLock("FirstStartIT")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class FirstStartIT {

    @TempDir(factory = UnpackedPostgres.class)
    private static Path directory;

    private static ConfigurableApplicationContext service;
    private static int port;
    private static Api api;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                FleetBookingApplication.class,
                "--fleet.embedded-postgres.data-directory=" + directory,
                "--server.port=0",
                // Each login to the embedded PostgreSQL costs the quick compiler a tenth of a second.
                "--spring.datasource.hikari.minimum-idle=1");
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        api = new Api(port);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The process of the tests has another class path. */
    @Test
    @Order(1)
    void theCommandOfTheReadmeNamesTheJarOfThisBuildAndTheJarItsLibraries() throws IOException {
        var path = StartCommand.ROOT.resolve(StartCommand.read().others().getLast());

        assertThat(Files.readString(StartCommand.ROOT.resolve("README.md"))).containsPattern("(?m)^java @fleet\\.args$");
        try (var jar = new JarFile(path.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue(Name.MAIN_CLASS)).isEqualTo(FleetBookingApplication.class.getName());
            assertThat(manifest.getValue(Name.CLASS_PATH).split(" ")).hasSizeGreaterThan(50)
                    .allSatisfy(library -> assertThat(path.resolveSibling(library)).exists());
        }
    }

    @Test
    @Order(1)
    void theFirstStartHasDemoData() {
        assertThat(api.get("/cars").expect(200).body().requiredAt("/items")).isNotEmpty();
    }

    @Test
    @Order(1)
    void thereAreNoToolsUnlessTheyAreSwitchedOn() {
        api.raw("POST", "/mcp", "{}").expectProblem(404, "not-found");
        assertThat(service.getBeanNamesForType(McpConfiguration.class)).isEmpty();
    }

    @Test
    @Order(2)
    void theExamplesGiveTheAnswersShown() throws Exception {
        // TrialTokensIT tries the section on tokens.
        var readme = Files.readString(StartCommand.ROOT.resolve("README.md"))
                .replaceFirst("(?s)## With tokens.*?(?=## Modules)", "");
        var examples = ReadmeExample.in(readme.replace("127.0.0.1:8080", "127.0.0.1:" + port));

        assertThat(examples).isNotEmpty();
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    /** The last test, since it stops the service. */
    @Test
    @Order(3)
    void acceptedRequestsAreAnsweredBeforeTheServiceAndItsDatabaseStop() throws Exception {
        var fleet = new Fleet(api);
        var car = fleet.car(fleet.dealer());
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
        CompletableFuture<Api.Answer> accepted;
        CompletableFuture<Void> stopped;
        try (var connection = connectTo(directory); var locking = connection.createStatement()) {
            connection.setAutoCommit(false);
            locking.execute("SELECT 1 FROM car FOR UPDATE");
            accepted = CompletableFuture.supplyAsync(
                    () -> api.post("/bookings", fleet.booking(car, start, start.plus(Duration.ofHours(2)))));
            await().until(() -> isWaitingForTheCar(connection));

            stopped = CompletableFuture.runAsync(service::close);
            await().until(FirstStartIT::isRefused);

            assertThat(accepted).isNotDone();
        }
        accepted.join().expect(201);
        stopped.join();
        assertThat(pidFile(directory)).doesNotExist();
    }

    static Connection connectTo(Path directory) throws IOException, SQLException {
        var port = Files.readAllLines(pidFile(directory)).get(3);
        var password = Files.readString(directory.resolve("password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), "fleet", password);
    }

    static Path pidFile(Path directory) {
        return directory.resolve("cluster").resolve("postmaster.pid");
    }

    private static boolean isWaitingForTheCar(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }

    private static boolean isRefused() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
