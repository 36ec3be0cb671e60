package dev.fleetbooking.rest.calendar;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;

/** From an instant to a later one, which does not belong to it. */
public record PeriodResponse(Instant start, Instant end) {

    public static PeriodResponse of(Period period) {
        return new PeriodResponse(period.start(), period.end());
    }
}
