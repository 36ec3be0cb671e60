package dev.fleetbooking.application.kit;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.Instant;

/** The time in tests, counted from {@link #NOW}: a test that needs another year, weekday or second says so itself. */
public final class TestTime {

    public static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    private TestTime() {
    }

    public static Instant hour(long hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    public static Instant minute(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    public static Period hours(long start, long end) {
        return new Period(hour(start), hour(end));
    }

    public static Period minutes(long start, long end) {
        return new Period(minute(start), minute(end));
    }
}
