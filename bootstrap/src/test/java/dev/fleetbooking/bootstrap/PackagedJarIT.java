package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.aot.StartCommand;
import dev.fleetbooking.bootstrap.aot.TrainingRun;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import dev.fleetbooking.bootstrap.kit.ReadmeExample;
import dev.fleetbooking.bootstrap.kit.database.UnpackedPostgres;
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

/** Does what a new user does: starts the jar with its embedded PostgreSQL as the README says, and enters its commands. */
@WhatToDo("correct the answer that the README shows, or the change that broke a promise of "
        + "docs/adr/0040-what-the-default-build-proves.md")
@Execution(CONCURRENT)
@ResourceLock("PackagedJarIT")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
class PackagedJarIT {

    private static final String COMMAND = "java @fleet.args";

    /**
     * A training run takes a minute, and unpacking PostgreSQL takes seconds, so an AOT cache is written and used, and PostgreSQL
     * unpacked by the jar, with {@code -Dthorough} only.
     */
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");

    /** 128 plus the number of the signal: the exit status of a JVM that was terminated by it. */
    private static final int TERMINATED = 143;

    @TempDir(factory = UnpackedPostgres.class)
    private static Path directory;

    private static String readme;
    private static JavaProcess service;
    private static int port;
    private static Api api;
    private static Fleet fleet;

    @BeforeAll
    static void startAsTheReadmeSays() throws IOException {
        readme = Files.readString(StartCommand.ROOT.resolve("README.md"));
        assertThat(readme).containsPattern("(?m)^" + COMMAND + "$");
        if (THOROUGH) {
            Files.deleteIfExists(directory.resolve("binaries"));
        }
        service = start(StartCommand.ROOT, List.of(COMMAND.split(" ")[1]));
        port = service.awaitPort();
        api = new Api(port);
        fleet = new Fleet(api);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void theFirstStartHasDemoData() {
        assertThat(api.get("/cars").expect(200).body().requiredAt("/items")).isNotEmpty();
    }

    @Test
    @Order(2)
    void theExamplesGiveTheAnswersShown() throws Exception {
        // TrialTokensIT tries the section on tokens.
        var withoutTokens = readme.replaceFirst("(?s)## With tokens.*?(?=## Modules)", "");
        var examples = ReadmeExample.in(withoutTokens.replace("127.0.0.1:8080", "127.0.0.1:" + port));

        assertThat(examples).isNotEmpty();
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    /** In the log as machines read it. */
    @Test
    @Order(3)
    void aProblemIsFoundInTheLogByItsRequestId() throws Exception {
        var dealer = fleet.dealer();
        Api.Answer refused;
        try (var connection = connect(); var locking = connection.createStatement()) {
            connection.setAutoCommit(false);
            locking.execute("SELECT 1 FROM dealer FOR UPDATE");
            refused = api.patch("/dealers/" + dealer, "{\"name\": \"Other\"}", "If-Match", "*");
        }
        refused.expectProblem(503, "temporarily-unavailable");

        var line = service.awaitLine(Pattern.compile("\\{.*\"requestId\":\"%s\".*}".formatted(refused.text("/requestId"))));
        assertThat(Api.json(line.group()).requiredAt("/message").asString()).startsWith("The store is unavailable");
    }

    /** The last test, since it stops the service. */
    @Test
    @Order(4)
    void acceptedRequestsAreAnsweredBeforeTheServiceAndItsDatabaseStop() throws Exception {
        var car = fleet.car(fleet.dealer());
        CompletableFuture<Api.Answer> accepted;
        try (var connection = connect(); var locking = connection.createStatement()) {
            connection.setAutoCommit(false);
            locking.execute("SELECT 1 FROM car FOR UPDATE");
            accepted = CompletableFuture.supplyAsync(() -> book(car));
            await().until(() -> isWaitingForTheCar(connection));

            service.terminate();
            await().until(PackagedJarIT::isRefused);

            assertThat(accepted).isNotDone();
        }
        accepted.join().expect(201);
        assertThat(service.awaitEnd()).doesNotContain("WARN", "ERROR");
        assertThat(service.exitCode()).isEqualTo(TERMINATED);
        assertThat(pidFile()).doesNotExist();
        if (THOROUGH) {
            startWithAnAotCache();
        }
    }

    /** "on": the JVM exits at once if it cannot use the cache. */
    private static void startWithAnAotCache() throws Exception {
        var cache = directory.resolve("test.aot");
        TrainingRun.write(cache, 1);
        var jar = StartCommand.read().others().getLast();
        var options = List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar");
        // Also from a directory from which the path of the training run leads nowhere.
        for (var directoryOfCommand : List.of(StartCommand.ROOT, StartCommand.ROOT.resolve(jar).getParent())) {
            var path = directoryOfCommand.relativize(StartCommand.ROOT.resolve(jar)).toString();
            try (var next = start(directoryOfCommand, Stream.concat(options.stream(), Stream.of(path)).toList())) {
                next.awaitPort();
                next.terminate();
                next.awaitEnd();
            }
        }
    }

    private static JavaProcess start(Path directoryOfCommand, List<String> command) {
        var arguments = Stream.of(
                JavaProcess.QUICK,
                command,
                List.of(
                        "--fleet.embedded-postgres.data-directory=" + directory,
                        "--server.port=0",
                        "--logging.structured.format.console=ecs",
                        // Each login to the embedded PostgreSQL costs the quick compiler a tenth of a second.
                        "--spring.datasource.hikari.minimum-idle=1",
                        // One test waits for this timeout; another has to finish within it, also on a slow machine.
                        "--spring.datasource.hikari.connection-init-sql=SET lock_timeout = '5s'"));
        return JavaProcess.start(directoryOfCommand, Map.of(), arguments.flatMap(List::stream).toList());
    }

    private static Api.Answer book(String car) {
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

    private static boolean isRefused() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
