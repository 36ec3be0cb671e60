package dev.fleetbooking.rest.calendar;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;

/** A half-open period: from an instant, inclusive, to a later one, exclusive. */
public record PeriodResponse(Instant start, Instant end) {

    public static PeriodResponse of(Period period) {
        return new PeriodResponse(period.start(), period.end());
    }
}
