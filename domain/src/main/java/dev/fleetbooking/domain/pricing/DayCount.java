package dev.fleetbooking.domain.pricing;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Counts the days that a period costs: the smallest n of at least 1 for which the period ends no later than n days
 * after its start on the dealer's clock, plus a grace. A day with a clock change is one day.
 */
public final class DayCount {

    /** The offset from UTC of a zone never changes by more than a day at once (date line moves). */
    private static final int MAX_DAYS_BY_CLOCK_CHANGES = 2;

    private DayCount() {
    }

    /**
     * The days of the period.
     *
     * @param zone  the dealer's zone; local times that a clock change skips or repeats are resolved as
     *              {@link java.time.ZonedDateTime#plusDays} does
     * @param grace by how much a day may be exceeded before another one counts
     */
    public static int of(Period period, ZoneId zone, Duration grace) {
        var start = period.start().atZone(zone);
        var lastFree = period.end().minus(grace);
        // All smaller counts are too short, so the search need not begin at 1.
        var days = Math.max(1, Math.toIntExact(period.length().minus(grace).toDays()) - MAX_DAYS_BY_CLOCK_CHANGES);
        while (start.plusDays(days).toInstant().isBefore(lastFree)) {
            days++;
        }
        return days;
    }
}
