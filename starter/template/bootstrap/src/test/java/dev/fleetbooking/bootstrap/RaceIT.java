package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.postgres.kit.Deadlocks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many clients want one meeting room at once. PostgreSQL alone decides: they wait for each other only inside the exclusion
 * constraint, so there is one winner, no deadlock and no time-out. With fewer than 16 clients, deadlocks rarely show.
 */
class RaceIT extends SystemTest {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = Boolean.getBoolean("thorough") ? 30 : 5;

    @Autowired
    private DataSource pool;

    @Test
    void ofOverlappingRequestsExactlyOneWins() throws Exception {
        var deadlocksBefore = Deadlocks.in(pool);
        var meetingRoom = meetingRoom();
        for (var round = 0; round < ROUNDS; round++) {
            var base = NOW.plus(Duration.ofDays(round + 1L));
            // All contain the hour after base + 16 min, and no two are equal.
            var answers = atOnce(client -> reserve(
                    meetingRoom, base.plus(Duration.ofMinutes(client)), base.plus(Duration.ofMinutes(80 + client))));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, 1L, 409, CLIENTS - 1L));
        }
        assertThat(Deadlocks.in(pool)).isEqualTo(deadlocksBefore);
    }

    @Test
    void ofRequestsWithOneKeyExactlyOneIsExecutedAndAllGetItsAnswer() throws Exception {
        var meetingRoom = meetingRoom();
        for (var round = 0; round < ROUNDS; round++) {
            var start = NOW.plus(Duration.ofDays(round + 1L));
            var key = UUID.randomUUID().toString();
            var answers = atOnce(_ -> reserve(meetingRoom, start, start.plus(Duration.ofHours(1)), "Idempotency-Key", key));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(201, (long) CLIENTS));
            assertThat(answers).extracting(answer -> answer.http().body()).containsOnly(answers.getFirst().http().body());
        }
    }

    @Test
    void manyCancellationsOfOneLeaveOneEvent() throws Exception {
        var meetingRoom = meetingRoom();
        for (var round = 0; round < ROUNDS; round++) {
            var start = NOW.plus(Duration.ofDays(round + 1L));
            var made = "/room-reservations/" + reserve(meetingRoom, start, start.plus(Duration.ofHours(1))).expect(201).text("/id");
            var answers = atOnce(_ -> post(made + "/cancellation", ""));

            assertThat(statuses(answers)).as("round %d", round).isEqualTo(Map.of(200, (long) CLIENTS));
            assertThat(get(made + "/events").expect(200).body().requiredAt("/items")).as("round %d", round).hasSize(2);
        }
    }

    private static List<Answer> atOnce(IntFunction<Answer> call) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
                start.await();
                return call.apply(client);
            })).toList();
            return running.stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            }).toList();
        }
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }
}
