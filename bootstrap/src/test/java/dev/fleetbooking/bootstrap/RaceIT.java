package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
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
 * Many concurrent clients request one car, over real HTTP: the races that need the whole service. PostgreSQL alone decides which
 * of them succeeds: claims wait for each other only inside the exclusion constraint, so there is one winner, no deadlock, and no
 * timeout. The other races are in {@code UseCaseRaceIT}, which calls the use cases without HTTP.
 */
class RaceIT extends SystemTest {

    static final int CLIENTS = 32;
    private static final int ROUNDS = Boolean.getBoolean("thorough") ? 30 : 5;

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
            var answers = atOnce(client -> {
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

    /** The calls that meet the booking on its way to the other car are made again. */
    @Test
    void aBookingThatIsDisplacedWhileManyCancelItIsCancelledOnceOnWhicheverCarItIs() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var dealer = fleet.dealer();
            var car = fleet.car(dealer);
            var spare = fleet.car(dealer);
            var start = slot(round);
            var end = start.plus(Duration.ofHours(5));
            var booking = fleet.book(car, start.toString(), end.toString()).expect(201);
            var planner = round % CLIENTS;

            var answers = atOnce(client -> client == planner
                    ? api.raw("POST", "/api/v1/maintenance-windows",
                            Fleet.with(fleet.window(car, start, end), "\"onConflict\": \"displace\""))
                    : api.raw("POST", "/api/v1" + booking.location() + "/cancellation", null));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, 1L, 200, CLIENTS - 1L));
            assertThat(api.get(booking.location() + "/events").texts("/items", "/type")).as("round %d", round)
                    .doesNotHaveDuplicates().endsWith("BookingCancelled");
            assertThat(busy(car, start, end)).as("round %d", round).containsExactly("MAINTENANCE");
            assertThat(busy(spare, start, end)).as("round %d", round).isEmpty();
        }
    }

    @Test
    void ofRequestsWithOneKeyExactlyOneIsExecutedAndAllGetItsAnswer() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var car = fleet.car(fleet.dealer());
            var body = fleet.booking(car, slot(round), slot(round).plus(Duration.ofHours(5)));
            var key = UUID.randomUUID().toString();
            var answers = atOnce(client -> api.raw("POST", "/api/v1/bookings", body, "Idempotency-Key", key));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, (long) CLIENTS));
            assertThat(answers).extracting(answer -> answer.http().body()).containsOnly(answers.getFirst().http().body());
            assertThat(answers).filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty()).hasSize(1);
            assertThat(api.pages("/bookings?carId=" + car)).hasSize(1);
        }
    }

    private static Instant slot(int round) {
        return TODAY.plus(Duration.ofDays(round + 1L));
    }

    private List<String> busy(String car, Instant from, Instant to) {
        return api.get("/cars/%s/availability?from=%s&to=%s".formatted(car, from, to)).expect(200).texts("/busy", "/kind");
    }

    private interface Call {
        Api.Answer by(int client);
    }

    private static List<Api.Answer> atOnce(Call call) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
                start.await();
                return call.by(client);
            })).toList();
            var answers = new ArrayList<Api.Answer>();
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
