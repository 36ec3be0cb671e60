package dev.fleetbooking.web.roomreservation;

import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.meetingroom.AddMeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.web.WebTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RoomReservationPageControllerTest extends WebTest {

    private static final String SEARCH = "/?start=2027-03-01T10:00&end=2027-03-01T11:00";

    private final MeetingRoom north = service.meetingRoom();
    private final MeetingRoom south = service.useCase(AddMeetingRoom.class).add(new AddMeetingRoom.Command("South & more"));

    @Test
    void whoHasNotAskedYetIsAskedWhen() throws Exception {
        assertThat(body(get("/"), 200)).contains("name=\"start\"", "name=\"end\"").doesNotContain("name=\"meetingRoomId\"", "<script");
    }

    @Test
    void aSearchShowsWhatIsAvailableForTheWholeTime() throws Exception {
        service.reserve(north, hours(1, 2));
        service.reserve(south, hours(2, 3));

        assertThat(body(get("/?start=2027-03-01T09:30&end=2027-03-01T10:00"), 200)).contains("South &amp; more").doesNotContain("North");
        assertThat(body(get("/?start=2027-03-01T09:30&end=2027-03-01T10:30"), 200)).contains("No meeting room is available");
    }

    @Test
    void whatIsAvailableIsReservedAndTheNextPageSaysSo() throws Exception {
        var made = send(body(get(SEARCH), 200), "meetingRoomId", north.id().value().toString(), "customer", "Ada & Co");

        assertThat(made.getStatus()).isEqualTo(303);
        assertThat(body(get(made.getRedirectedUrl()), 200))
                .contains("Reserved for Ada &amp; Co: North, Mon 1 Mar, 10:00 – Mon 1 Mar, 11:00 (GMT)");
        assertThat(body(get(SEARCH), 200)).doesNotContain("North");
    }

    @Test
    void whatWasTakenInTheMeantimeIsRefusedWithTheConflictsAndWhatIsStillAvailable() throws Exception {
        var seen = body(get(SEARCH), 200);
        service.reserve(north, hours(1, 3));

        var refused = body(send(seen, "meetingRoomId", north.id().value().toString(), "customer", "Ada"), 409);

        assertThat(refused).contains(
                "The meeting room is not available for the whole time.", "Mon 1 Mar, 09:00 – Mon 1 Mar, 11:00 (GMT)", "South &amp; more",
                "value=\"Ada\"").doesNotContain("North");
    }

    @Test
    void brokenRulesAreSaidAtTheirFields() throws Exception {
        var refused = body(send(body(get(SEARCH), 200), "customer", ""), 422);

        assertThat(refused).contains("<a href=\"#meetingRoomId\">Meeting room</a>", "id=\"fault.customer\"", "Please check what you entered.");
        assertThat(field(refused, "start")).isEqualTo("2027-03-01T10:00");
    }

    @Test
    void aTimeThatCannotBeReadOrReservedIsSaidAtItsField() throws Exception {
        assertThat(body(get("/?start=soon&end=2027-03-01T10:00"), 422)).contains("id=\"fault.start\"", "must be a date and a time");
        assertThat(body(get("/?end=2027-03-01T10:00"), 422)).contains("id=\"fault.start\"").doesNotContain("id=\"fault.end\"");
        assertThat(body(get("/?start=2027-03-01T10:00&end=2027-03-01T09:00"), 422)).contains("id=\"fault.end\"");
        assertThat(body(post("/"), 422)).contains("id=\"fault.start\"", "id=\"fault.end\"");
    }

    @Test
    void whatDoesNotExistIsAPageThatSaysSo() throws Exception {
        assertThat(body(get("/room-reservations/0197d1a2-7c7e-7000-8000-00000000000a"), 404)).contains("There is no such page");
        assertThat(body(get("/room-reservations/none"), 404)).contains("There is no such page");
    }

    @Test
    void aFormThatIsSentTwiceReservesOnce() throws Exception {
        var seen = body(get(SEARCH), 200);
        var first = send(seen, "meetingRoomId", north.id().value().toString(), "customer", "Ada");
        var again = send(seen, "meetingRoomId", north.id().value().toString(), "customer", "Ada");

        assertThat(again.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
    }

    @Test
    void everyFormIsAnotherOneUnlessItWasRefused() throws Exception {
        var key = field(body(get(SEARCH), 200), "key");

        assertThat(field(body(get(SEARCH + "&key=" + key), 200), "key")).isNotEqualTo(key);
        assertThat(field(body(post(SEARCH, "key", key), 422), "key")).isEqualTo(key);
    }

    /** What the form of this page sends with these fields. */
    private MockHttpServletResponse send(String page, String... fields) throws Exception {
        var shown = Stream.of("key", "start", "start.at", "end", "end.at").flatMap(name -> Stream.of(name, field(page, name)));
        return post("/", Stream.concat(shown, Stream.of(fields)).toArray(String[]::new));
    }
}
