package dev.fleetbooking.bootstrap;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Prometheus scrapes. The service is shared with other tests, so that only differences count. */
class MetricsIT extends SystemTest {

    private static final String MADE = "fleet_use_case_calls_total{outcome=\"ok\",use_case=\"MakeRoomReservation\"}";
    private static final String REFUSED = MADE.replace("ok", "MeetingRoomUnavailable");

    @Test
    void callsAreCountedByOutcome() {
        var made = count(MADE);
        var refused = count(REFUSED);
        var meetingRoom = meetingRoom();
        reserve(meetingRoom, NOW.plus(2, HOURS), NOW.plus(4, HOURS)).expect(201);
        reserve(meetingRoom, NOW.plus(3, HOURS), NOW.plus(5, HOURS)).expect(409);

        assertThat(count(MADE)).isEqualTo(made + 1);
        assertThat(count(REFUSED)).isEqualTo(refused + 1);
    }

    @Test
    void theServiceIsReadyWhileItsDatabaseAnswers() {
        assertThat(open("/actuator/health/readiness").expect(200).text("/status")).isEqualTo("UP");
    }

    private double count(String meter) {
        return open("/actuator/prometheus").expect(200).http().body().lines()
                .filter(line -> line.startsWith(meter + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(meter.length()))).sum();
    }
}
