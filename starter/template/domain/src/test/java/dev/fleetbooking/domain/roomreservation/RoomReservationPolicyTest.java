package dev.fleetbooking.domain.roomreservation;

import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomReservationPolicyTest {

    @ParameterizedTest
    @CsvSource({"-PT5M, PT10M", "PT0S, PT15M", "PT0S, P30D", "P364D, P365D"})
    void theLimitsThemselvesAreAllowed(Duration start, Duration end) {
        assertThat(violations(start, end)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-PT6M, PT10M, start", "PT0S, PT14M, end", "PT0S, PT721H, end", "P364D, PT8761H, end", "PT1H, PT1H, end",
        "PT0.5S, PT1H, start"})
    void whatIsBeyondThemIsRefused(Duration start, Duration end, String field) {
        assertThat(violations(start, end)).extracting(Violation::field).containsExactly(field);
    }

    private static List<Violation> violations(Duration start, Duration end) {
        var violations = new Violations();
        RoomReservationPolicy.limits(NOW).check(violations, "start", NOW.plus(start), "end", NOW.plus(end), NOW);
        return violations.found();
    }

    @Test
    void theLimitsMoveWithTheTime() {
        var later = NOW.plus(Duration.ofDays(1));

        assertThat(RoomReservationPolicy.limits(later).latestEnd())
                .isEqualTo(RoomReservationPolicy.limits(NOW).latestEnd().plus(Duration.ofDays(1)));
    }
}
