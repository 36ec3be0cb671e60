package dev.fleetbooking.rest.car;

import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.rest.calendar.CalendarEntryResponse;
import dev.fleetbooking.rest.calendar.PeriodResponse;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a car is available, and what is possible instead. */
record AvailabilityResponse(
        UUID carId,
        Instant from,
        Instant to,
        boolean available,
        List<UnavailabilityReason> reasons,
        List<CalendarEntryResponse> busy,
        List<PeriodResponse> free,
        Optional<Instant> nextAvailableFrom,
        Optional<QuoteResponse> quote) {

    static AvailabilityResponse of(ExplainAvailability.Explanation explanation) {
        var query = explanation.query();
        return new AvailabilityResponse(
                query.carId().value(),
                query.from(),
                query.to(),
                explanation.availability().isAvailable(),
                explanation.availability().reasons(),
                CalendarEntryResponse.of(explanation.busy()),
                explanation.free().stream().map(gap -> new PeriodResponse(gap.from(), gap.to())).toList(),
                explanation.nextAvailableFrom(),
                explanation.quote().map(QuoteResponse::of));
    }
}
