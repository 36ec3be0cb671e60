package dev.fleetbooking.postgres.history;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** @param currency of both amounts */
@Embeddable
record FactsColumns(
        String status, UUID carId, Instant startsAt, Instant endsAt, BigDecimal dailyPrice, BigDecimal total,
        Currency currency, String category, String reason) {

    static FactsColumns of(Facts facts) {
        return new FactsColumns(
                facts.status(),
                facts.carId().map(CarId::value).orElse(null),
                facts.period().map(Period::start).orElse(null),
                facts.period().map(Period::end).orElse(null),
                facts.dailyPrice().map(Money::amount).orElse(null),
                facts.total().map(Money::amount).orElse(null),
                facts.dailyPrice().map(Money::currency).orElse(null),
                facts.category().map(Category::value).orElse(null),
                facts.reason().map(Reason::value).orElse(null));
    }

    Facts toDomain() {
        return new Facts(
                status,
                Optional.ofNullable(carId).map(CarId::new),
                Optional.ofNullable(startsAt).map(start -> new Period(start, endsAt)),
                Optional.ofNullable(dailyPrice).map(amount -> new Money(amount, currency)),
                Optional.ofNullable(total).map(amount -> new Money(amount, currency)),
                Optional.ofNullable(category).map(Category::new),
                Optional.ofNullable(reason).map(Reason::new));
    }
}
