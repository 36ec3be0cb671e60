package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A POST that is retried with its key is executed once, whatever happened since. Every operation: {@code EveryOperationTest};
 * concurrent retries: {@link RaceIT}; crashes: {@link KillIT}.
 */
class IdempotencyIT extends SystemTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final Instant START = Instant.parse("2027-01-04T08:30:00Z");
    private static final Instant END = Instant.parse("2027-01-05T08:30:00Z");

    private final String key = UUID.randomUUID().toString();
    private String booking;

    @BeforeEach
    void wishForACar() {
        booking = fleet.booking(fleet.car(fleet.dealer()), START, END);
    }

    @Test
    void aRetryGetsTheFirstAnswerByteForByte() {
        var first = api.post("/bookings", booking, KEY, key).expect(201);
        api.post(first.location() + "/cancellation", null).expect(200);
        var events = api.get(first.location() + "/events").body();
        clock.set(clock.instant().plus(Duration.ofHours(23)));

        var replay = api.post("/bookings", booking, KEY, key).expect(201);

        assertThat(first.header(REPLAYED)).isEmpty();
        assertReplayOf(first, replay);
        assertThat(api.get(first.location() + "/events").body()).isEqualTo(events);
    }

    @Test
    void aReplayOfATransitionIgnoresItsPrecondition() {
        var path = api.post("/bookings", booking).expect(201).location() + "/hand-over";
        var first = api.post(path, null, KEY, key, "If-Match", "*").expect(200);

        assertReplayOf(first, api.post(path, null, KEY, key, "If-Match", "\"other\""));
    }

    @Test
    void aRefusalIsNotStored() {
        var other = api.post("/bookings", booking).expect(201);
        api.post("/bookings", booking, KEY, key).expectProblem(409, "car-unavailable");
        api.post(other.location() + "/cancellation", null).expect(200);

        assertThat(api.post("/bookings", booking, KEY, key).expect(201).header(REPLAYED)).isEmpty();
    }

    private static void assertReplayOf(Api.Answer first, Api.Answer replay) {
        assertThat(replay.header(REPLAYED)).as(replay.http().body()).contains("true");
        assertThat(replay.status()).isEqualTo(first.status());
        assertThat(replay.http().body()).isEqualTo(first.http().body());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(replay.header(header)).as(header).isEqualTo(first.header(header));
        }
    }
}
