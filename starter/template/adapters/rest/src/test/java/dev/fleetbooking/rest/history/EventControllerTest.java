package dev.fleetbooking.rest.history;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class EventControllerTest extends RestTest {

    private static final String PATH = "/api/v1/room-reservations/" + Samples.ID + "/events";

    @Test
    void showsWhatHappenedWithoutTheCustomer() throws Exception {
        JSONAssert.assertEquals("""
                {"items": [{"type": "MADE", "occurredAt": "2027-03-01T08:00:00.123Z", "meetingRoomId": "0197d1a2-7c7e-7000-8000-00000000000a",
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-01T10:00:00Z"}]}""", get(PATH).body(), true);
        assertThat(ports.asked(RoomReservationId.class)).isEqualTo(Samples.ROOM_RESERVATION.id());
    }

    @Test
    void whatDoesNotExistHasNoHistory() {
        ports.failWith(new CommonRefusal.NotFound("room reservation", Samples.ID).asException());

        assertProblem(get(PATH), 404, "not-found");
    }
}
