package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;

/** The limits of maintenance windows. */
public final class MaintenancePolicy {

    public static final PeriodLimits LIMITS =
            new PeriodLimits(Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1));

    /** No window ends later: the last minute that RFC 3339 can represent. */
    public static final Instant LATEST_END = Instant.parse("9999-12-31T23:59:00Z");

    private MaintenancePolicy() {
    }

    /**
     * Checks the bounds of a window planned now and notes each broken rule under its field. The period is usable after
     * {@link Violations#refuseIfAny()}.
     */
    public static Period check(
            Violations violations, String startField, Instant start, String endField, Instant end, Instant now) {
        requireWritable(violations, endField, end);
        return LIMITS.check(violations, startField, start, endField, end, now);
    }

    /** The same for a period that replaces the one of a window; see {@link PeriodLimits#checkChange}. */
    public static Period checkChange(
            Violations violations, MaintenanceWindow window, Instant start, Instant end, Instant now) {
        requireWritable(violations, "end", end);
        var startFixed = window.status() == MaintenanceStatus.IN_PROGRESS;
        return LIMITS.checkChange(violations, window.period(), startFixed, start, end, now);
    }

    private static void requireWritable(Violations violations, String field, Instant end) {
        if (end.isAfter(LATEST_END)) {
            violations.add(field, "must not be after " + LATEST_END);
        }
    }
}
