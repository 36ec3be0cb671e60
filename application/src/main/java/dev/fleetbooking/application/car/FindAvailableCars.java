package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Answers which cars are free from one instant to another, and for how much. */
public interface FindAvailableCars {

    /**
     * One page of the available cars, by currency code, total and id.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the period could not be booked
     */
    Page<Offer> find(Query query, PageRequest<Key> page);

    /**
     * The filter; absent values match everything.
     *
     * @param currency any code, whether or not it is a currency
     */
    record Query(
            Instant from,
            Instant to,
            Optional<DealerId> dealerId,
            Optional<Category> category,
            Optional<String> currency,
            Optional<BigDecimal> maxDailyPrice) {
    }

    /** The order of offers. */
    record Key(Currency currency, BigDecimal total, CarId carId) {

        /** The position of an offer in the order. */
        public static Key of(Offer offer) {
            Money total = offer.quote().total();
            return new Key(total.currency(), total.amount(), offer.car().id());
        }
    }
}
