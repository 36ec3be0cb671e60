package dev.fleetbooking.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.FleetBookingApplication;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.TcpRelay;
import dev.fleetbooking.bootstrap.kit.usecase.SteppedClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/**
 * Injects faults from outside into real processes while clients are at work. Afterwards the {@link Checker} finds nothing, and
 * the service recovers by itself, soon after its database does.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Faults {

    private static final int SCENARIOS = 8;
    private static final int OPERATIONS = Math.ceilDiv(Integer.getInteger("faults.operations", 100_000), SCENARIOS);
    /** The first of them are booked for days in the future, the others from about now. */
    private static final int CARS = 180;
    private static final int CARS_FOR_LATER = 20;
    /** Each of the two dealers has half of them. */
    private static final int CARS_OF_A_CATEGORY = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    /** The number of 503 answers after which an outage has lasted long enough. */
    private static final int MANY = 100;
    /** As the runbook says. */
    private static final String MULTI_HOST = "&targetServerType=primary";
    /** Operations between one fault and the next. */
    private static final int FEW = OPERATIONS / 30;

    @TempDir
    private static Path templates;
    private static PostgresServer template;

    @TempDir
    private Path directory;
    private PostgresServer server;

    @BeforeAll
    static void createTemplate() throws Exception {
        template = PostgresServer.create(templates);
    }

    @BeforeEach
    void createServer() throws Exception {
        server = template.copyTo(directory.resolve("data"));
    }

    @AfterEach
    void stopServer() throws Exception {
        server.close();
    }

    /** Injects a fault and removes it; decides how long to wait in between. */
    private interface Fault {
        void happen() throws Exception;
    }

    @Test
    void postgresIsKilledAndStartedAgain() throws Exception {
        server.start();
        try (var service = Service.start(server)) {
            var run = new Run("PostgreSQL killed", service.root(), server);
            run.under(() -> {
                server.kill();
                run.awaitTrouble();
                server.start();
            });
            run.expectAllAnswered();
        }
    }

    /** Its requests in progress are lost; it is restarted at once, on the same port. */
    @Test
    void theServiceIsKilledAndStartedAgain() throws Exception {
        server.start();
        try (var service = Service.start(server)) {
            var run = new Run("service killed", service.root(), server);
            run.under(() -> {
                for (var time = 0; time < 3; time++) {
                    run.awaitOperations(FEW);
                    service.kill();
                    run.awaitTrouble();
                    service.start();
                }
            });
        }
    }

    @Test
    void connectionsAreCutInTheMiddleOfStatements() throws Exception {
        server.start();
        try (var relay = new TcpRelay("127.0.0.1", server.port());
                var service = Service.start(
                        server, "--spring.datasource.url=" + server.jdbcUrl().replace(server.address(), "127.0.0.1:" + relay.port()))) {
            var run = new Run("connections cut", service.root(), server);
            run.under(() -> {
                for (var time = 0; time < 10; time++) {
                    run.awaitOperations(FEW);
                    relay.cut();
                    relay.mend();
                }
            });
            run.expectAllAnswered();
            assertThat(run.journal.open()).as("clients who noticed").isPositive();
        }
    }

    /** All traffic stops without closed connections, for longer than the driver waits for a response. */
    @Test
    void theNetworkIsSilent() throws Exception {
        server.start();
        try (var relay = new TcpRelay("127.0.0.1", server.port());
                var service = Service.start(
                        server, "--spring.datasource.url=" + server.jdbcUrl().replace(server.address(), "127.0.0.1:" + relay.port()))) {
            var run = new Run("network silent", service.root(), server);
            run.under(() -> {
                relay.silence();
                run.awaitTrouble();
                relay.mend();
            });
            run.expectAllAnswered();
        }
    }

    /** No transaction can end while another one locks the table of events, and no connection is left. */
    @Test
    void thePoolIsExhaustedBySlowTransactions() throws Exception {
        server.start();
        try (var service = Service.start(server, "--spring.datasource.hikari.maximum-pool-size=8")) {
            var run = new Run("pool exhausted", service.root(), server);
            run.under(() -> {
                try (var slow = server.connect(); var statement = slow.createStatement()) {
                    slow.setAutoCommit(false);
                    statement.execute("LOCK TABLE event IN EXCLUSIVE MODE");
                    run.awaitTrouble();
                }
            });
            run.expectAllAnswered();
        }
    }

    /**
     * Steps the service's clock, including that of its ids. PostgreSQL has its own clock, which the service never reads, and
     * monotonic clocks do not step on any system.
     */
    @Test
    void theClockStepsBack() throws Exception {
        server.start();
        var service = SpringApplication.from(FleetBookingApplication::main).with(SteppedClock.class)
                .run("--server.port=0", "--spring.datasource.url=" + server.jdbcUrl(),
                        "--spring.datasource.password=" + server.password(),
                        "--fleet.policy.hold-duration=" + Service.HOLD_DURATION);
        try (var context = service.getApplicationContext()) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            var run = new Run("clock stepping back", URI.create("http://127.0.0.1:" + port), server);
            run.under(() -> {
                for (var step : List.of(Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1))) {
                    run.awaitOperations(FEW);
                    context.getBean(SteppedClock.class).stepBack(step);
                }
            });
            run.expectAllAnswered();
        }
    }

    /**
     * A commit is acknowledged when the standby has it on its disk too. The primary is killed for good and the standby is
     * promoted; the service is not notified.
     */
    @Test
    void aStandbyIsPromoted() throws Exception {
        try (var standby = template.copyTo(directory.resolve("standby"))) {
            server.start("synchronous_standby_names=*");
            standby.follow(server);
            standby.start();
            await().until(() -> server.query("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'").equals("1"));
            var url = server.jdbcUrl().replace(server.address(), server.address() + "," + standby.address());
            try (var service = Service.start(server, "--spring.datasource.url=" + url + MULTI_HOST)) {
                var run = new Run("standby promoted", service.root(), standby);
                run.under(() -> {
                    server.kill();
                    run.awaitTrouble();
                    standby.query("SELECT pg_promote()");
                });
                run.expectAllAnswered();
            }
        }
    }

    /**
     * At first tables cannot grow, and PostgreSQL refuses the statements that need space; then its write-ahead log cannot grow,
     * and it crashes. It is restarted when there is space again.
     */
    @Test
    void theDiskIsFull() throws Exception {
        try (var disk = SmallDisk.mount(Files.createDirectory(directory.resolve("disk")), 300)) {
            server = template.copyTo(disk);
            server.start();
            try (var service = Service.start(server)) {
                var run = new Run("disk full", service.root(), server);
                run.under(() -> {
                    try (var session = server.connect()) {
                        disk.fill();
                        run.awaitTrouble();
                        useUpTheLog(session);
                    }
                    run.awaitTrouble();
                    disk.free();
                    server.start();
                });
                run.expectAllAnswered();
            }
        }
    }

    private static void useUpTheLog(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                for (var file = 0; file < 100; file++) {
                    statement.execute("SELECT pg_switch_wal(), pg_logical_emit_message(true, '', '')");
                }
            });
            assertThat(session.isValid(1)).as("PostgreSQL survived").isFalse();
        }
    }

    /** One scenario from the first car to the check. */
    private final class Run {

        private final Journal journal = new Journal();
        private final String name;
        private final URI service;
        private final String probeCar;
        private final List<String> cars;
        private final PostgresServer database;

        Run(String name, URI service, PostgresServer database) {
            this.name = name;
            this.service = service;
            this.database = database;
            var fleet = new Fleet(new Api(service.getPort()));
            var dealers = Stream.of(0, 60).map(turnaround -> fleet.dealer("Europe/Berlin", "EUR", turnaround)).toList();
            cars = IntStream.range(0, CARS)
                    .mapToObj(car -> fleet.car(
                            dealers.get(car % 2), "CATEGORY_" + car / CARS_OF_A_CATEGORY, Integer.toString(40 + car % 7), "EUR"))
                    .toList();
            probeCar = fleet.car(dealers.getFirst());
        }

        /** Injects the fault when half of the operations have begun. */
        void under(Fault fault) throws Exception {
            var begin = Instant.now();
            Duration recovery;
            try (var load = new Load(
                    service, journal, cars.subList(0, CARS_FOR_LATER), cars.subList(CARS_FOR_LATER, CARS))) {
                load.start(OPERATIONS);
                await().atMost(PATIENCE.multipliedBy(10)).until(() -> journal.begun() >= OPERATIONS / 2);
                fault.happen();
                recovery = probe(load);
                load.awaitEnd();
            }
            try (var connection = database.connect()) {
                var findings = Checker.check(connection, journal);
                System.out.printf(
                        "%s: %d operations in %d s, %d acknowledged, %d refused, %d times 503, %d without answer, "
                                + "%d handed over, %d returned, %d displaced, recovered in %d ms, %d findings%n",
                        name, journal.begun(), Duration.between(begin, Instant.now()).toSeconds(),
                        journal.count(Operation::isDone), journal.count(operation -> !operation.isDone()),
                        journal.countAnswers(answer -> answer.status() == 503), lost(), done(Kind.HAND_OVER), done(Kind.RETURN),
                        journal.operations().stream().mapToLong(operation -> operation.moves().size()).sum(),
                        recovery.toMillis(), findings.size());
                assertThat(findings.stream().limit(20)).isEmpty();
                assertThat(Kind.values()).as("what clients did").allMatch(kind -> done(kind) > 0);
            }
            assertThat(recovery).isLessThan(RECOVERY);
        }

        private Duration probe(Load load) {
            var back = Instant.now();
            load.probe(probeCar);
            return Duration.between(back, Instant.now());
        }

        /** Waits until many clients have noticed the fault. */
        void awaitTrouble() {
            var before = journal.open();
            await().atMost(PATIENCE).until(() -> journal.open() >= before + MANY);
        }

        void awaitOperations(int some) {
            var before = journal.begun();
            await().atMost(PATIENCE).until(() -> journal.begun() >= before + some);
        }

        /** No client lost its connection to the service, and no request timed out. */
        void expectAllAnswered() {
            assertThat(lost()).isZero();
        }

        private long done(Kind kind) {
            return journal.count(operation -> operation.kind() == kind && operation.isDone());
        }

        private long lost() {
            return journal.countAnswers(answer -> answer.status() == 0);
        }
    }
}
