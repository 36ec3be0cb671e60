package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many concurrent clients request one car, over real HTTP. PostgreSQL alone decides which of them succeeds: claims wait for each
 * other only inside the exclusion constraint, so there is one winner, no deadlock, and no timeout.
 */
class RaceIT extends SystemTest {

    static final int CLIENTS = 32;
    /** Rounds that are slow because the code is not compiled yet. */
    private static final int WARM_UP = 5;
    private static final int ROUNDS = WARM_UP + (Boolean.getBoolean("thorough") ? 30 : 5);
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    @Autowired
    private DataSource pool;

    private long deadlocksBefore;

    /** Opens all connections, because a service that has just started would do so during the race, and might refuse requests. */
    @BeforeEach
    void fillThePool() throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            while (connections.size() < CLIENTS) {
                connections.add(pool.getConnection());
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @BeforeEach
    void countDeadlocks() throws SQLException {
        deadlocksBefore = deadlocks();
    }

    @AfterEach
    void noDeadlockHappened() throws SQLException {
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void ofOverlappingBookingsAndWindowsExactlyOneWins() throws Exception {
        var car = fleet.car(fleet.dealer());
        for (var round = 0; round < ROUNDS; round++) {
            var base = slot(round);
            var answers = atOnce(round, client -> {
                // All contain the hour after base + 32 min, and no two are equal.
                var start = base.plus(Duration.ofMinutes(client));
                var end = base.plus(Duration.ofMinutes(100 + client));
                return client % 2 == 0
                        ? api.raw("POST", "/api/v1/bookings", fleet.booking(car, start, end))
                        : api.raw("POST", "/api/v1/maintenance-windows", fleet.window(car, start, end));
            });

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, 1L, 409, CLIENTS - 1L));
        }
    }

    @Test
    void aCarNeverGoesOutOfServiceWithABookingOnIt() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var car = fleet.car(fleet.dealer());
            var eTag = api.get("/cars/" + car).eTag();
            var patcher = round % CLIENTS;
            var answers = atOnce(round, client -> {
                var start = TODAY.plus(Duration.ofDays(client + 1L));
                return client == patcher
                        ? api.raw("PATCH", "/api/v1/cars/" + car, "{\"status\": \"OUT_OF_SERVICE\"}", "If-Match", eTag)
                        : api.raw("POST", "/api/v1/bookings", fleet.booking(car, start, start.plus(Duration.ofHours(5))));
            });

            var booked = statuses(answers).getOrDefault(201, 0L);
            var outOfService = api.get("/cars/" + car).text("/status").equals("OUT_OF_SERVICE");
            assertThat(answers).extracting(Api.Answer::status).as("round %d", round).isSubsetOf(200, 201, 409);
            assertThat(outOfService && booked > 0).as("round %d: out of service with %d bookings", round, booked).isFalse();
            assertThat(outOfService || booked == CLIENTS - 1L).as("round %d: refused without a reason", round).isTrue();
        }
    }

    @Test
    void ofBookingsRescheduledIntoOneSlotExactlyOneGetsIt() throws Exception {
        var car = fleet.car(fleet.dealer());
        var bookings = bookings(car, 12);
        for (var round = 0; round < ROUNDS; round++) {
            var slot = slot(round);
            var answers = atOnce(round, client -> reschedule(bookings.get(client % bookings.size()), slot));

            var winners = answers.stream().filter(answer -> answer.status() == 200).map(Api.Answer::id).distinct();
            assertThat(winners).as("round %d", round).hasSize(1);
            assertThat(statuses(answers).keySet()).as("round %d", round).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void ofBookingsAndReschedulesExactlyOneGetsTheSlot() throws Exception {
        var car = fleet.car(fleet.dealer());
        var bookings = bookings(car, CLIENTS / 2);
        for (var round = 0; round < ROUNDS; round++) {
            var slot = slot(round);
            var answers = atOnce(round, client -> client % 2 == 0
                    ? api.raw("POST", "/api/v1/bookings", fleet.booking(car, slot, slot.plus(Duration.ofHours(5))))
                    : reschedule(bookings.get(client / 2), slot));

            assertThat(answers).extracting(Api.Answer::status).as("round %d", round)
                    .containsOnlyOnce(statuses(answers).containsKey(200) ? 200 : 201)
                    .filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
        }
    }

    @Test
    void afterALapseExactlyOneBookingGetsTheSlot() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            clock.set(NOW);
            var car = fleet.car(fleet.dealer());
            var start = slot(round);
            var hold = fleet.hold(car, start.toString(), start.plus(Duration.ofHours(5)).toString()).expect(201);
            clock.set(Instant.parse(hold.text("/holdExpiresAt")));
            var confirmer = round % CLIENTS;
            var answers = atOnce(round, client -> client == confirmer
                    ? api.raw("POST", "/api/v1" + hold.location() + "/confirmation", null)
                    : api.raw("POST", "/api/v1/bookings", fleet.booking(car, start, start.plus(Duration.ofHours(5)))));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, 1L, 409, CLIENTS - 1L));
            answers.get(confirmer).expectProblem(409, "invalid-transition");
            assertThat(api.get(hold.location() + "/events").texts("/items", "/type"))
                    .containsExactly("BookingHeld", "BookingExpired");
        }
    }

    @Test
    void eitherTheDisplacedBookingOrANewOneGetsTheSpareCar() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var dealer = fleet.dealer();
            var car = fleet.car(dealer);
            var spare = fleet.car(dealer);
            var start = slot(round);
            var end = start.plus(Duration.ofHours(5));
            var displaced = fleet.book(car, start.toString(), end.toString()).expect(201);
            var planner = round % CLIENTS;
            var answers = atOnce(round, client -> client == planner
                    ? api.raw("POST", "/api/v1/maintenance-windows",
                            Fleet.with(fleet.window(car, start, end), "\"onConflict\": \"displace\""))
                    : api.raw("POST", "/api/v1/bookings", fleet.booking(spare, start, end)));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, 1L, 409, CLIENTS - 1L));
            assertThat(fleet.read(displaced).text("/carId")).as("round %d", round)
                    .isEqualTo(answers.get(planner).status() == 201 ? spare : car);
        }
    }

    @Test
    void ofRequestsWithOneKeyExactlyOneIsExecutedAndAllGetItsAnswer() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var car = fleet.car(fleet.dealer());
            var body = fleet.booking(car, slot(round), slot(round).plus(Duration.ofHours(5)));
            var key = UUID.randomUUID().toString();
            var answers = atOnce(round, client -> api.raw("POST", "/api/v1/bookings", body, "Idempotency-Key", key));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, (long) CLIENTS));
            assertThat(answers).extracting(answer -> answer.http().body()).containsOnly(answers.getFirst().http().body());
            assertThat(answers).filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty()).hasSize(1);
            assertThat(api.pages("/bookings?carId=" + car)).hasSize(1);
        }
    }

    /** Bookings of a car, far from all slots. */
    private List<Api.Answer> bookings(String car, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> TODAY.plus(Duration.ofDays(200L + day)))
                .map(start -> fleet.book(car, start.toString(), start.plus(Duration.ofHours(5)).toString()).expect(201))
                .toList();
    }

    private static Instant slot(int round) {
        return TODAY.plus(Duration.ofDays(round + 1L));
    }

    private Api.Answer reschedule(Api.Answer booking, Instant start) {
        return api.raw("PATCH", "/api/v1" + booking.location(),
                "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(start, start.plus(Duration.ofHours(5))), "If-Match", "*");
    }

    private interface Call {
        Api.Answer by(int client);
    }

    private record Timed(Api.Answer answer, Duration took) {
    }

    private static List<Api.Answer> atOnce(int round, Call call) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
                start.await();
                var before = System.nanoTime();
                var answer = call.by(client);
                return new Timed(answer, Duration.ofNanos(System.nanoTime() - before));
            })).toList();
            var answers = new ArrayList<Api.Answer>();
            for (var future : futures) {
                if (round >= WARM_UP) {
                    assertThat(future.get().took()).as("round %d", round).isLessThan(SLOWEST);
                }
                answers.add(future.get().answer());
            }
            return answers;
        }
    }

    private static Map<Integer, Long> statuses(List<Api.Answer> answers) {
        return answers.stream().collect(groupingBy(Api.Answer::status, counting()));
    }
}
