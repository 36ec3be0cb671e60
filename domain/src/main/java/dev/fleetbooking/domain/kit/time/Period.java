package dev.fleetbooking.domain.kit.time;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open interval of instants {@code [start, end)} in whole minutes: a period that ends at 10:00 and one that
 * starts at 10:00 do not overlap.
 *
 * @param start the first instant that belongs to it
 * @param end   the first instant after it; later than start
 */
public record Period(Instant start, Instant end) {

    /** @throws InvalidValueException if a bound is not a whole minute, or start is not before end */
    public Period {
        require(isWholeMinute(start) && isWholeMinute(end), "must be in whole minutes");
        require(start.isBefore(end), "must end after it starts");
    }

    /** The smallest period that covers everything from one instant to a later one: rounded outwards to whole minutes. */
    public static Period covering(Instant from, Instant to) {
        return new Period(from.truncatedTo(ChronoUnit.MINUTES), ceilingMinute(to));
    }

    /** The instant itself if it is a whole minute, else the next whole minute. */
    public static Instant ceilingMinute(Instant instant) {
        var floor = instant.truncatedTo(ChronoUnit.MINUTES);
        return floor.equals(instant) ? floor : floor.plus(1, ChronoUnit.MINUTES);
    }

    /** Whether the instant has neither seconds nor fractions of them. */
    public static boolean isWholeMinute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).equals(instant);
    }

    /** Whether an instant belongs to both. Agrees with the operator {@code &&} of PostgreSQL's ranges. */
    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The elapsed time from start to end. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** The same start, ending later by this much, in whole minutes. */
    public Period extendedBy(Duration duration) {
        return new Period(start, end.plus(duration));
    }
}
