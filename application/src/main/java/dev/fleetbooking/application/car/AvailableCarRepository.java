package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.time.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The cars of all dealers, by their availability for a period. */
public interface AvailableCarRepository {

    /**
     * The cars that are available for the period in the sense of {@link dev.fleetbooking.domain.car.Availability}, each
     * with the turnaround of its dealer, by currency code, total and id.
     */
    Page<Offer> search(Search search, PageRequest<FindAvailableCars.Key> page);

    /**
     * The filter; absent values match everything.
     *
     * @param daysByZone    the days that the period costs, for each zone; cars of dealers in other zones are not found
     * @param currency      any code, whether or not it is a currency
     * @param maxDailyPrice in whatever currency the car has
     * @param now           decides which holds have lapsed and what is overdue
     * @param lateUntil     until when overdue occupancies count as lasting
     */
    record Search(
            Period period,
            Map<ZoneId, Integer> daysByZone,
            Optional<DealerId> dealerId,
            Optional<Category> category,
            Optional<String> currency,
            Optional<BigDecimal> maxDailyPrice,
            Instant now,
            Instant lateUntil) {
    }
}
