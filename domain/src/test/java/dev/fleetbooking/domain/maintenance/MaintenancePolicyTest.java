package dev.fleetbooking.domain.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenancePolicyTest {

    @Test
    void maintenanceLastsAQuarterOfAnHourToAYearAndMayHaveStartedAnHourAgo() {
        assertThat(MaintenancePolicy.LIMITS).isEqualTo(new PeriodLimits(
                Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1), Instant.parse("9999-12-31T23:59:00Z")));
    }
}
