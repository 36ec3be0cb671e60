package dev.fleetbooking.application.car;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@UseCase(readOnly = true)
record ExplainAvailabilityUseCase(
        CarRepository cars, DealerRepository dealers, OccupancyRepository occupancies, BookingPolicy policy,
        CurrentCaller callers, Clock clock)
        implements ExplainAvailability {

    @Override
    public Explanation explain(Query query) {
        var car = callers.known(cars.find(query.carId()), Car::dealerId, "car", query.carId().value());
        var dealer = dealers.find(car.dealerId()).orElseThrow();
        requireWindow(query);

        var now = clock.instant();
        var since = query.from().isBefore(now) ? query.from() : now;
        var calendar = policy.calendar(occupancies.findByCar(car.id(), since), now);
        // Occupancies are in whole minutes, so they overlap the window if and only if they overlap the period that covers it.
        var period = Period.covering(query.from(), query.to());
        var availability = Availability.of(car, calendar, period, dealer.turnaround());
        return new Explanation(
                query,
                availability,
                calendar.busy(period),
                calendar.free(query.from(), query.to()),
                policy.earliestStart(
                        car, calendar, dealer.turnaround(), query.from(), Duration.between(query.from(), query.to()), now),
                quote(car, dealer, availability, query, now));
    }

    private static void requireWindow(Query query) {
        var violations = new Violations();
        violations.requireOrder("from", Optional.of(query.from()), "to", Optional.of(query.to()));
        var length = Duration.between(query.from(), query.to());
        violations.require(
                length.compareTo(MAX_WINDOW) <= 0, "to", "must be at most %d days after from", MAX_WINDOW.toDays());
        violations.refuseIfAny();
    }

    private Optional<Quote> quote(Car car, Dealer dealer, Availability availability, Query query, Instant now) {
        if (!availability.isAvailable() || !policy.allows(query.from(), query.to(), now)) {
            return Optional.empty();
        }
        var days = policy.days(new Period(query.from(), query.to()), dealer.timeZone());
        return Optional.of(Quote.of(days, car.dailyPrice()));
    }
}
