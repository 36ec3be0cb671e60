package dev.fleetbooking.rest.roomreservation;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.roomreservation.ListRoomReservations;
import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class RoomReservationControllerTest extends RestTest {

    private static final String PATH = "/api/v1/room-reservations";
    private static final String ROOM_RESERVATION = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "meetingRoomId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "customer": "Ada Lovelace", "start": "2027-03-01T09:00:00Z", "end": "2027-03-01T10:00:00Z", "status": "CONFIRMED"}""";
    private static final String REQUEST = """
            {"meetingRoomId": "0197d1a2-7c7e-7000-8000-00000000000a", "customer": "Ada Lovelace",
             "start": "2027-03-01T10:00:00+01:00", "end": "2027-03-01T10:00:00Z"}""";

    @Test
    void makes() throws Exception {
        var response = post(PATH, REQUEST);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(PATH + "/" + Samples.ID);
        JSONAssert.assertEquals(ROOM_RESERVATION, response.body(), true);
        assertThat(ports.asked(MakeRoomReservation.Command.class)).isEqualTo(new MakeRoomReservation.Command(
                Samples.MEETING_ROOM.id(), "Ada Lovelace", Samples.PERIOD.start(), Samples.PERIOD.end()));
    }

    @Test
    void makesOnceForEachKey() {
        var first = post(PATH, REQUEST, "Idempotency-Key", "one");
        ports.reset();
        var again = post(PATH, REQUEST, "Idempotency-Key", "one");

        assertThat(ports.lastCall()).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertProblem(post(PATH, REQUEST.replace("Ada", "Eve"), "Idempotency-Key", "one"), 422, "idempotency-key-reused");
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(ROOM_RESERVATION, get(PATH + "/" + Samples.ID).body(), true);
    }

    @Test
    void lists() throws Exception {
        JSONAssert.assertEquals("{items: [" + ROOM_RESERVATION + "]}", get(PATH).body(), true);
        assertThat(ports.asked(ListRoomReservations.Filter.class).meetingRoomId()).isEmpty();

        get(PATH + "?meetingRoomId=" + Samples.ID);
        assertThat(ports.asked(ListRoomReservations.Filter.class).meetingRoomId()).isEqualTo(Optional.of(Samples.MEETING_ROOM.id()));
    }

    @Test
    void cancels() throws Exception {
        JSONAssert.assertEquals(ROOM_RESERVATION, post(PATH + "/" + Samples.ID + "/cancellation", "{}").body(), true);
        assertThat(ports.asked(RoomReservationId.class)).isEqualTo(Samples.ROOM_RESERVATION.id());
    }

    @Test
    void showsOnlyWhatIsNew() {
        assertThat(get(PATH + "/" + Samples.ID).headers().firstValue("ETag")).contains("\"0\"");
        assertThat(get(PATH + "/" + Samples.ID, "If-None-Match", "\"0\"").statusCode()).isEqualTo(304);
    }

    @Test
    void cancelsOnlyWhatTheCallerSaw() {
        assertThat(post(PATH + "/" + Samples.ID + "/cancellation", "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(200);
        assertProblem(post(PATH + "/" + Samples.ID + "/cancellation", "{}", "If-Match", "\"1\""), 412, "precondition-failed");
    }

    @Test
    void whatIsMalformedIsRefusedByName() {
        assertMalformed(post(PATH, REQUEST.replace("+01:00", "")), "start", "must be an RFC 3339 date-time with offset");
        assertMalformed(post(PATH, REQUEST.replace("Ada Lovelace", "Ada\\uD800").replace("\"customer\"", "\"who\"")),
                "who", "is not a known field");
        assertMalformed(get(PATH + "?meetingRoomId=1"), "meetingRoomId", "must be a UUID");
    }
}
