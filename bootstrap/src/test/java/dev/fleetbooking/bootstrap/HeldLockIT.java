package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A transaction holds a lock and does not end, and many callers wait for that lock: all other callers are served as before. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    // Half of the defaults, since the other services of this test run share the server's 100 connections.
    "fleet.max-concurrent-requests=48",
    "fleet.max-waiters-per-lock=" + HeldLockIT.WAITERS,
    "spring.datasource.hikari.maximum-pool-size=20",
    // Longer than the default, so that the wait for the lock does not time out on a slow machine.
    "spring.datasource.hikari.connection-init-sql=SET lock_timeout = '120s'"})
@Timeout(120)
@Isolated
@Tag("thorough")
class HeldLockIT {

    static final int WAITERS = 16;
    private static final int CALLERS = 96;

    /** Clients that book other cars meanwhile, the bookings of each, and the factor by which they may slow down. */
    private static final int OTHERS = 8;
    private static final int BOOKINGS = 15;
    private static final int HALF_THE_RATE = 2;

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Whether the others have made calls, the first of which are slow. */
    private static boolean compiled;

    private final AtomicInteger slots = new AtomicInteger();

    private Api api;
    private Fleet fleet;
    private String dealer;
    private String car;
    private List<String> otherCars;

    @DynamicPropertySource
    static void useTheTestDatabase(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
    }

    @BeforeEach
    void makeCars(@LocalServerPort int port) {
        api = new Api(port);
        fleet = new Fleet(api);
        dealer = fleet.dealer();
        car = fleet.car(dealer);
        var another = fleet.dealer();
        otherCars = IntStream.range(0, OTHERS).mapToObj(_ -> fleet.car(another)).toList();
    }

    @Test
    void ofACar() throws Exception {
        var bookings = IntStream.range(0, CALLERS).mapToObj(day -> book(day).expect(201)).toList();

        othersAreServedWhileHeld("SELECT 1 FROM car WHERE id = ?::uuid FOR UPDATE", car,
                caller -> switch (caller % 4) {
                    case 0 -> book(CALLERS + caller);
                    case 1 -> fleet.ask(bookings.get(caller), "cancellation");
                    case 2 -> api.patch("/cars/" + car, "{\"category\": \"SEDAN\"}", "If-Match", "*");
                    default -> api.post("/maintenance-windows", fleet.window(car, start(CALLERS + caller), end(CALLERS + caller)));
                },
                503, "temporarily-unavailable",
                served -> assertThat(served.status()).isIn(200, 201));
    }

    /** No call waits for the car's row, but all wait for the one that claimed the same hours. */
    @Test
    void ofAPartOfACarsCalendar() throws Exception {
        othersAreServedWhileHeld("""
                        INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until, in_use)
                        VALUES (gen_random_uuid(), ?::uuid, 'BOOKING', tstzrange('%1$s', '%2$s'), '%2$s', false)
                        """.formatted(start(0), end(0)), car,
                _ -> book(0),
                503, "temporarily-unavailable",
                served -> assertThat(served.status()).isIn(201, 409));
    }

    @Test
    void ofADealer() throws Exception {
        othersAreServedWhileHeld("SELECT 1 FROM dealer WHERE id = ?::uuid FOR UPDATE", dealer,
                _ -> api.patch("/dealers/" + dealer, "{\"name\": \"Other\"}", "If-Match", "*"),
                503, "temporarily-unavailable",
                served -> served.expect(200));
    }

    @Test
    void ofTheNumberingOfEvents() throws Exception {
        othersAreServedWhileHeld("SELECT pg_advisory_xact_lock(hashtext(?))", "event.sequence",
                _ -> api.get("/events?after=0"),
                503, "temporarily-unavailable",
                served -> served.expect(200));
    }

    @Test
    void ofAnIdempotencyKey() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = fleet.booking(car, start(0), end(0));

        othersAreServedWhileHeld("INSERT INTO idempotency_record (key, fingerprint, created_at) VALUES (?, sha256(''), now())", key,
                _ -> api.post("/bookings", body, "Idempotency-Key", key),
                409, "request-in-progress",
                served -> served.expect(201));
    }

    /** A displacement holds the car's lock and finds a full queue when it claims the hours. */
    @Test
    void theHolderOfALockIsNotRefusedByItsFullQueue() throws Exception {
        fleet.car(dealer);
        var overlapping = book(0).expect(201);
        CompletableFuture<Api.Answer> displacement;
        List<CompletableFuture<Api.Answer>> bookings;
        try (var connection = DATABASE.uncommitted("SELECT FROM booking WHERE id = ?::uuid FOR UPDATE", overlapping.id())) {
            var window = Fleet.with(fleet.window(car, start(0), end(1)), "\"onConflict\": \"displace\"");
            displacement = ask(() -> api.post("/maintenance-windows", window));
            waitUntilBlocked(1, connection);
            // Free hours that the window covers, so that one booking would get them if the displacement released the lock.
            bookings = IntStream.range(0, WAITERS).mapToObj(_ -> ask(() -> book(1))).toList();
            waitUntilBlocked(1 + WAITERS, connection);
        }

        displacement.join().expect(201);
        assertThat(bookings).extracting(CompletableFuture::join).extracting(Api.Answer::status).containsOnly(409);
    }

    private static CompletableFuture<Api.Answer> ask(Supplier<Api.Answer> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    private static void waitUntilBlocked(int sessions, Connection connection) {
        var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        await().until(() -> database.sql("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """).query(Integer.class).single() == sessions);
    }

    private void othersAreServedWhileHeld(
            String lock, String id, IntFunction<Api.Answer> call,
            int status, String problem, ThrowingConsumer<Api.Answer> expectServed) throws Exception {
        if (!compiled) {
            timeOfOthers();
            compiled = true;
        }
        var before = timeOfOthers();
        var answers = new LinkedBlockingQueue<Api.Answer>();
        Duration meanwhile;
        List<CompletableFuture<Boolean>> callers;
        try (var _ = DATABASE.uncommitted(lock, id)) {
            callers = IntStream.range(0, CALLERS).mapToObj(caller -> CompletableFuture.supplyAsync(
                    () -> answers.add(call.apply(caller)), Thread::startVirtualThread)).toList();
            for (var surplus = 0; surplus < CALLERS - WAITERS; surplus++) {
                // Some of so many concurrent requests get no permit, see OverloadIT.
                assertThat(answers.poll(30, TimeUnit.SECONDS)).isNotNull()
                        .satisfies(answer -> assertThat(answer.status()).isIn(503, status))
                        .satisfies(HeldLockIT::saysWhenToComeBack);
            }

            meanwhile = timeOfOthers();

            var asked = Instant.now();
            saysWhenToComeBack(call.apply(0).expectProblem(status, problem));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
            assertThat(answers).isEmpty();
        }
        callers.forEach(CompletableFuture::join);
        assertThat(answers).hasSize(WAITERS).allSatisfy(expectServed);
        var after = timeOfOthers();
        assertThat(meanwhile).as("before %s, after %s", before, after)
                .isLessThan((before.compareTo(after) > 0 ? before : after).multipliedBy(HALF_THE_RATE));
    }

    private static void saysWhenToComeBack(Api.Answer answer) {
        assertThat(answer.header("Retry-After")).contains("1");
    }

    /** How long some clients need to book other cars, when nothing else slows the machine down. */
    private Duration timeOfOthers() {
        return Collections.min(List.of(bookOthers(), bookOthers(), bookOthers()));
    }

    private Duration bookOthers() {
        var slot = slots.getAndAdd(BOOKINGS);
        var begin = Instant.now();
        var others = new ArrayList<CompletableFuture<Void>>();
        for (var other : otherCars) {
            others.add(CompletableFuture.runAsync(
                    () -> IntStream.range(slot, slot + BOOKINGS).forEach(hours -> book(other, hours).expect(201)),
                    Thread::startVirtualThread));
        }
        others.forEach(CompletableFuture::join);
        return Duration.between(begin, Instant.now());
    }

    private Api.Answer book(int slot) {
        return book(car, slot);
    }

    private Api.Answer book(String wanted, int slot) {
        return api.post("/bookings", fleet.booking(wanted, start(slot), end(slot)));
    }

    private static Instant start(int slot) {
        return START.plus(LENGTH.multipliedBy(slot));
    }

    private static Instant end(int slot) {
        return start(slot + 1);
    }
}
