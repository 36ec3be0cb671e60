package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many clients at once on one car, over real HTTP. PostgreSQL alone decides who wins: claims wait for each other inside the
 * exclusion constraint and nowhere else, so there is one winner, no deadlock, and nobody waits for a timeout.
 */
class RaceIT extends SystemTest {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 30;
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private long deadlocksBefore;

    /** Counting ends the sessions of the pool, so the first round, which is not timed, opens them again. */
    @BeforeEach
    void countDeadlocksAndWarmUp() throws Exception {
        deadlocksBefore = deadlocks();
        atOnce(client -> api.raw("GET", "/api/v1/dealers", null));
    }

    @AfterEach
    void noDeadlockHappened() throws SQLException {
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void ofOverlappingBookingsAndWindowsExactlyOneWins() throws Exception {
        var car = fleet.car(fleet.dealer());
        for (var round = 0; round < ROUNDS; round++) {
            var base = TODAY.plus(Duration.ofDays(round + 1L));
            var answers = timed(client -> {
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
            var answers = timed(client -> {
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

    private interface Call {
        Api.Answer by(int client);
    }

    private record Timed(Api.Answer answer, Duration took) {
    }

    private static List<Api.Answer> timed(Call call) throws Exception {
        var answers = atOnce(call);
        assertThat(answers).allSatisfy(timed -> assertThat(timed.took()).isLessThan(SLOWEST));
        return answers.stream().map(Timed::answer).toList();
    }

    private static List<Timed> atOnce(Call call) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
                start.await();
                var before = System.nanoTime();
                var answer = call.by(client);
                return new Timed(answer, Duration.ofNanos(System.nanoTime() - before));
            })).toList();
            var answers = new ArrayList<Timed>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static Map<Integer, Long> statuses(List<Api.Answer> answers) {
        return answers.stream().collect(groupingBy(Api.Answer::status, counting()));
    }
}
