package dev.fleetbooking.bootstrap;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** What people do in a browser, as a browser without scripts sends it. */
class PageIT extends SystemTest {

    private static final String PERIOD = "start=" + NOW.plus(2, HOURS) + "&end=" + NOW.plus(4, HOURS);

    @Test
    void whatIsFoundIsReservedAndWhoComesLaterSeesWhyNot() {
        var meetingRoom = meetingRoom();

        var found = open("/?" + PERIOD).expect(200);
        assertThat(found.http().body()).contains("name=\"meetingRoomId\"");
        assertThat(found.http().headers().firstValue("Content-Security-Policy").orElseThrow()).contains("form-action 'self'");

        var made = send(meetingRoom, "Ada Lovelace").expect(303);
        assertThat(open(made.http().headers().firstValue("Location").orElseThrow()).expect(200).http().body())
                .contains("Reserved for Ada Lovelace");

        assertThat(send(meetingRoom, "Grace Hopper").expect(409).http().body()).contains("It is taken:");
    }

    @Test
    void aFormThatIsSentTwiceReservesOnce() {
        var meetingRoom = meetingRoom();

        var first = send(meetingRoom, "Ada Lovelace").expect(303);
        var again = send(meetingRoom, "Ada Lovelace").expect(303);

        assertThat(again.http().headers().firstValue("Location")).isEqualTo(first.http().headers().firstValue("Location"));
        assertThat(get("/room-reservations?meetingRoomId=" + meetingRoom).expect(200).body().requiredAt("/items")).hasSize(1);
    }

    private Answer send(String meetingRoom, String customer) {
        var form = PERIOD + "&meetingRoomId=" + meetingRoom + "&customer=" + customer.replace(' ', '+');
        return send(request("/").POST(BodyPublishers.ofString(form)).header("Content-Type", "application/x-www-form-urlencoded"));
    }
}
