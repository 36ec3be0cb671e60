package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.Violation;
import dev.fleetbooking.domain.Violations;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenancePolicyTest {

    private static Violations check(Instant start, Duration length) {
        var violations = new Violations();
        MaintenancePolicy.LIMITS.check(violations, "start", start, "end", start.plus(length), NOW);
        return violations;
    }

    @Test
    void maintenanceLastsFifteenMinutesOrMore() {
        assertThat(check(NOW, Duration.ofMinutes(15)).found()).isEmpty();
        assertThat(check(NOW, Duration.ofMinutes(14)).found())
                .containsExactly(new Violation("end", "must be at least 15 min after start"));
    }

    @Test
    void maintenanceLasts365DaysOrLess() {
        assertThat(check(NOW, Duration.ofDays(365)).found()).isEmpty();
        assertThat(check(NOW, Duration.ofDays(365).plusMinutes(1)).found())
                .containsExactly(new Violation("end", "must be at most 8760 h after start"));
    }

    @Test
    void maintenanceStartedAnHourAgoOrLater() {
        assertThat(check(NOW.minus(Duration.ofMinutes(60)), Duration.ofHours(1)).found()).isEmpty();
        assertThat(check(NOW.minus(Duration.ofMinutes(61)), Duration.ofHours(1)).found())
                .containsExactly(new Violation("start", "must not be more than 60 minutes ago"));
    }
}
