package dev.fleetbooking.bootstrap;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the service is for, told from the outside. */
class JourneyIT extends SystemTest {

    @Test
    void whoIsRefusedSeesWhyAndGetsTheMeetingRoomOnceItIsFree() {
        var meetingRoom = meetingRoom();
        var from = NOW.plus(2, HOURS);
        var to = NOW.plus(4, HOURS);
        var availability = "/availability?limit=100&from=%s&to=%s".formatted(from, to);
        assertThat(get(availability).expect(200).http().body()).contains(meetingRoom);

        var made = reserve(meetingRoom, from, to).expect(201);
        assertThat(get(availability).expect(200).http().body()).doesNotContain(meetingRoom);

        var refused = reserve(meetingRoom, NOW.plus(3, HOURS), NOW.plus(5, HOURS)).expect(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/meeting-room-unavailable");
        assertThat(open(refused.text("/type")).expect(200).http().body()).contains("What to do:");
        assertThat(refused.text("/conflicts/0/start")).isEqualTo(from.toString());
        assertThat(refused.text("/conflicts/0/end")).isEqualTo(to.toString());

        var cancelled = post("/room-reservations/" + made.text("/id") + "/cancellation", "").expect(200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        reserve(meetingRoom, NOW.plus(3, HOURS), NOW.plus(5, HOURS)).expect(201);
        assertThat(get("/room-reservations?meetingRoomId=" + meetingRoom).expect(200).body().requiredAt("/items")).hasSize(2);
    }

    @Test
    void aRetryWithTheSameKeyGetsTheFirstAnswerAndMakesNothing() {
        var meetingRoom = meetingRoom();
        var key = UUID.randomUUID().toString();

        var first = reserve(meetingRoom, NOW.plus(2, HOURS), NOW.plus(4, HOURS), "Idempotency-Key", key).expect(201);
        var again = reserve(meetingRoom, NOW.plus(2, HOURS), NOW.plus(4, HOURS), "Idempotency-Key", key).expect(201);

        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(get("/room-reservations?meetingRoomId=" + meetingRoom).body().requiredAt("/items")).hasSize(1);
    }

    @Test
    void theHistorySaysWhatHappened() {
        var made = "/room-reservations/" + reserve(meetingRoom(), NOW.plus(2, HOURS), NOW.plus(4, HOURS)).expect(201).text("/id");
        post(made + "/cancellation", "").expect(200);

        var events = get(made + "/events").expect(200).body().requiredAt("/items");
        assertThat(events.valueStream().map(event -> event.requiredAt("/type").asString())).containsExactly("MADE", "CANCELLED");
    }

    @Test
    void whoSawAnOlderStateIsRefused() {
        var made = reserve(meetingRoom(), NOW.plus(2, HOURS), NOW.plus(4, HOURS)).expect(201);
        var cancellation = "/room-reservations/" + made.text("/id") + "/cancellation";
        var seen = made.http().headers().firstValue("ETag").orElseThrow();
        post(cancellation, "", "If-Match", seen).expect(200);

        post(cancellation, "", "If-Match", seen).expect(412);
    }

    @Test
    void whatIsRefusedSaysWhichFieldsAreWrong() {
        var refused = reserve(UUID.randomUUID().toString(), NOW.minus(1, HOURS), NOW.plus(1, HOURS)).expect(422);

        assertThat(refused.body().requiredAt("/errors").valueStream().map(error -> error.requiredAt("/field").asString()))
                .containsExactly("meetingRoomId", "start");
    }
}
