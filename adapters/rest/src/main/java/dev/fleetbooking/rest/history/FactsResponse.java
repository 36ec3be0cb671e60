package dev.fleetbooking.rest.history;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.rest.kit.money.MoneyResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The facts of a booking, window or car at one time; the customer is never included. */
record FactsResponse(
        String status,
        Optional<UUID> carId,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<MoneyResponse> dailyPrice,
        Optional<MoneyResponse> total,
        Optional<String> category,
        Optional<String> reason) {

    static FactsResponse of(Facts facts) {
        return new FactsResponse(
                facts.status(),
                facts.carId().map(CarId::value),
                facts.period().map(Period::start),
                facts.period().map(Period::end),
                facts.dailyPrice().map(MoneyResponse::of),
                facts.total().map(MoneyResponse::of),
                facts.category().map(Category::value),
                facts.reason().map(Reason::value));
    }
}
