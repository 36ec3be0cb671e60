package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.PeriodLimits;
import java.time.Duration;
import java.time.Instant;

/** How long and how late a car may be sent to the workshop. */
public final class MaintenancePolicy {

    public static final PeriodLimits LIMITS =
            new PeriodLimits(Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1));

    /** No window ends later: the last minute that RFC 3339 can write. */
    public static final Instant LATEST_END = Instant.parse("9999-12-31T23:59:00Z");

    private MaintenancePolicy() {
    }

    /**
     * Checks the bounds of a window planned now and notes each broken rule under its field. The period is usable after
     * {@link Violations#refuseIfAny()}.
     */
    public static Period check(
            Violations violations, String startField, Instant start, String endField, Instant end, Instant now) {
        if (end.isAfter(LATEST_END)) {
            violations.add(endField, "must not be after " + LATEST_END);
        }
        return LIMITS.check(violations, startField, start, endField, end, now);
    }
}
