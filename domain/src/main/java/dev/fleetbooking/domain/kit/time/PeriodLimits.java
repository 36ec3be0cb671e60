package dev.fleetbooking.domain.kit.time;

import dev.fleetbooking.domain.kit.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The limits of a requested period.
 *
 * @param minimum        its shortest length, in elapsed time
 * @param maximum        its greatest length, in elapsed time
 * @param startTolerance how long ago it may have started
 * @param latestEnd      the latest instant at which it may end
 */
public record PeriodLimits(Duration minimum, Duration maximum, Duration startTolerance, Instant latestEnd) {

    /**
     * Checks the bounds of a period and notes each broken rule under its field. The period is usable after
     * {@link Violations#refuseIfAny()}.
     */
    public Period check(
            Violations violations, String startField, Instant start, String endField, Instant end, Instant now) {
        checkLatestEnd(violations, endField, end);
        checkTolerance(violations, startField, start, now);
        return checkLength(violations, startField, start, endField, end);
    }

    /**
     * Checks the bounds of a period that replaces another one, as {@link #check} does, but does not check an
     * unchanged start or an unchanged period again.
     *
     * @param startFixed whether the start must stay
     * @param newStart   stays if absent
     * @param newEnd     stays if absent
     */
    public Period checkChange(
            Violations violations, Period current, boolean startFixed, Optional<Instant> newStart, Optional<Instant> newEnd,
            Instant now) {
        var start = newStart.orElse(current.start());
        var end = newEnd.orElse(current.end());
        var startStays = start.equals(current.start());
        if (startStays && end.equals(current.end())) {
            return current;
        }
        checkLatestEnd(violations, "end", end);
        violations.require(end.isAfter(now), "end", "must be after now");
        if (!startStays) {
            violations.require(!startFixed, "start", "must stay once the use has begun");
            checkTolerance(violations, "start", start, now);
        }
        return checkLength(violations, "start", start, "end", end);
    }

    private void checkLatestEnd(Violations violations, String field, Instant end) {
        violations.require(!end.isAfter(latestEnd), field, "must not be after %s", latestEnd);
    }

    private void checkTolerance(Violations violations, String field, Instant start, Instant now) {
        var earliest = now.minus(startTolerance);
        violations.require(
                !start.isBefore(earliest), field, "must not be more than %d minutes ago", startTolerance.toMinutes());
    }

    private Period checkLength(Violations violations, String startField, Instant start, String endField, Instant end) {
        var before = violations.found().size();
        violations.require(Period.isWholeMinute(start), startField, "must be a whole minute");
        violations.require(Period.isWholeMinute(end), endField, "must be a whole minute");
        var length = Duration.between(start, end);
        if (!length.isPositive()) {
            violations.add(endField, "must be after " + startField);
        } else if (length.compareTo(minimum) < 0) {
            violations.add(endField, "must be at least %s after %s".formatted(inWords(minimum), startField));
        } else if (length.compareTo(maximum) > 0) {
            violations.add(endField, "must be at most %s after %s".formatted(inWords(maximum), startField));
        }
        return violations.found().size() == before ? new Period(start, end) : null;
    }

    private static String inWords(Duration duration) {
        return duration.toMinutesPart() == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
