package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.skyscreamer.jsonassert.JSONAssert;

/** Every refusal of this service, with the status, the type and the members of its problem. */
class RoomReservationProblemsTest extends RestTest {

    static final List<Arguments> REFUSALS = List.of(Arguments.of(
            new RoomReservationRefusal.MeetingRoomUnavailable(List.of(Samples.PERIOD)), 409, "meeting-room-unavailable",
            "{conflicts: [{start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z'}]}"));

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void isAnsweredWithItsProblem(RoomReservationRefusal refusal, int status, String type, String members) throws Exception {
        ports.failWith(refusal.asException());

        var problem = assertProblem(get("/api/v1/room-reservations/" + Samples.ID), status, type);

        JSONAssert.assertEquals(members, problem.toString(), false);
        assertThat(get("/problems/" + type).body()).contains("What to do:");
    }

    @Test
    void everyRefusalIsTested() {
        assertThat(REFUSALS).extracting(row -> (Object) row.get()[0].getClass())
                .containsAll(List.of(RoomReservationRefusal.class.getPermittedSubclasses()));
    }
}
