package dev.fleetbooking.rest.meetingroom;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.meetingroom.AddMeetingRoom;
import dev.fleetbooking.application.meetingroom.FindAvailableMeetingRooms;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class MeetingRoomControllerTest extends RestTest {

    private static final String PATH = "/api/v1/meeting-rooms";
    private static final String MEETING_ROOM = "{\"id\": \"0197d1a2-7c7e-7000-8000-00000000000a\", \"name\": \"North\"}";

    @Test
    void adds() throws Exception {
        var response = post(PATH, "{\"name\": \"North\"}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(PATH + "/" + Samples.ID);
        JSONAssert.assertEquals(MEETING_ROOM, response.body(), true);
        assertThat(ports.asked(AddMeetingRoom.Command.class)).isEqualTo(new AddMeetingRoom.Command("North"));
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(MEETING_ROOM, get(PATH + "/" + Samples.ID).body(), true);
        assertThat(ports.asked(MeetingRoomId.class)).isEqualTo(Samples.MEETING_ROOM.id());
    }

    @Test
    void listsPages() throws Exception {
        ports.haveMorePages();
        var body = get(PATH + "?limit=1").body();
        JSONAssert.assertEquals("{items: [" + MEETING_ROOM + "]}", body, false);

        get(PATH + "?cursor=" + body.replaceFirst(".*\"next\":\"([^\"]*).*", "$1"));
        assertThat(ports.asked(PageRequest.class)).isEqualTo(new PageRequest<>(Optional.of(Samples.MEETING_ROOM.id()), 20));
    }

    @Test
    void findsWhatIsAvailable() throws Exception {
        var response = get("/api/v1/availability?from=2027-03-01T09:00:00Z&to=2027-03-01T10:00:00Z");

        JSONAssert.assertEquals("{items: [" + MEETING_ROOM + "]}", response.body(), true);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ports.asked(FindAvailableMeetingRooms.Query.class))
                .isEqualTo(new FindAvailableMeetingRooms.Query(Samples.PERIOD.start(), Samples.PERIOD.end()));
    }

    @Test
    void whatIsMalformedIsRefusedByName() {
        assertMalformed(post(PATH, "{}"), "name", "is required");
        assertMalformed(post(PATH, "{\"name\": \"North\", \"size\": 3}"), "size", "is not a known field");
        assertMalformed(post(PATH, "{\"name\": 3}"), "name", "must be a string");
        assertMalformed(get(PATH + "?size=3"), "size", "is not a known query parameter");
        assertMalformed(get(PATH + "?limit=0"), "limit", "must be an integer from 1 to 100");
        assertMalformed(get(PATH + "/1"), "id", "must be a UUID");
        assertMalformed(get("/api/v1/availability?from=2027-03-01T09:00:00Z"), "to", "is required");
        assertProblem(get(PATH + "?cursor=x"), 400, "invalid-cursor");
    }

    @Test
    void requestsThatAnotherSiteCausesAreRefused() {
        assertProblem(get(PATH, "Sec-Fetch-Site", "cross-site"), 403, "cross-site-request");
        assertProblem(get(PATH, "Host", "example.org"), 421, "misdirected-request");
    }
}
