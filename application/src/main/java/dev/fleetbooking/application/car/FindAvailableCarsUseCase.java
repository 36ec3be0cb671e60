package dev.fleetbooking.application.car;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@UseCase(readOnly = true)
record FindAvailableCarsUseCase(
        AvailableCarRepository availableCars, DealerRepository dealers, BookingPolicy policy, CurrentCaller callers,
        Clock clock)
        implements FindAvailableCars {

    @Override
    public Page<Offer> find(Query query, PageRequest<Key> page) {
        var caller = callers.get();
        var now = clock.instant();
        var violations = new Violations();
        var period = policy.limits(now).check(violations, "from", query.from(), "to", query.to(), now);
        violations.refuseIfAny();

        if (query.dealerId().filter(dealer -> !caller.knows(dealer)).isPresent()) {
            return new Page<>(List.of(), false);
        }
        var dealerId = query.dealerId().or(caller::onlyDealer);
        // Days are counted here and not in SQL: PostgreSQL's time zone rules may differ from the JDK's.
        var daysByZone = timeZones(dealerId).collect(toMap(identity(), zone -> policy.days(period, zone)));
        var search = new AvailableCarRepository.Search(
                period, daysByZone, dealerId, query.category(), query.currency(), query.maxDailyPrice(),
                now, policy.lateUntil(now));
        return availableCars.search(search, page);
    }

    private Stream<ZoneId> timeZones(Optional<DealerId> dealerId) {
        return dealerId
                .map(id -> dealers.find(id).map(Dealer::timeZone).stream())
                .orElseGet(() -> dealers.timeZones().stream());
    }
}
