package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;

/** The limits of maintenance windows. */
public final class MaintenancePolicy {

    /** The latest end is the last minute that RFC 3339 can write. */
    public static final PeriodLimits LIMITS = new PeriodLimits(
            Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1), Instant.parse("9999-12-31T23:59:00Z"));

    private MaintenancePolicy() {
    }
}
