package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.FindAvailableCars.Key;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.pricing.Quote;
import java.util.Comparator;

final class InMemoryAvailableCarRepository implements AvailableCarRepository {

    private static final Comparator<Key> ORDER = comparing((Key key) -> key.currency().getCurrencyCode())
            .thenComparing(Key::total)
            .thenComparing(key -> key.carId().value().toString());

    private final InMemoryStore store;

    InMemoryAvailableCarRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<Offer> search(Search search, PageRequest<Key> page) {
        return store.read(rows -> Page.of(
                rows.cars.all()
                        .filter(car -> passes(car, search))
                        .filter(car -> isAvailable(car, search, rows))
                        .map(car -> new Offer(car, Quote.of(days(car, search, rows), car.dailyPrice())))
                        .sorted(comparing(Key::of, ORDER))
                        .filter(offer -> page.after().map(after -> ORDER.compare(Key.of(offer), after) > 0).orElse(true))
                        .limit(page.limit() + 1L)
                        .toList(),
                page.limit()));
    }

    private static boolean passes(Car car, Search search) {
        return search.dealerId().map(car.dealerId()::equals).orElse(true)
                && search.category().map(car.category()::equals).orElse(true)
                && search.currency().map(car.dailyPrice().currency().getCurrencyCode()::equals).orElse(true)
                && search.maxDailyPrice().map(limit -> car.dailyPrice().amount().compareTo(limit) <= 0).orElse(true);
    }

    private static boolean isAvailable(Car car, Search search, Rows rows) {
        var dealer = dealerOf(car, rows);
        var calendar = new CarCalendar(rows.occupancies(car.id()), search.now(), search.lateUntil());
        return search.daysByZone().containsKey(dealer.timeZone())
                && Availability.of(car, calendar, search.period(), dealer.turnaround()).isAvailable();
    }

    private static int days(Car car, Search search, Rows rows) {
        return search.daysByZone().get(dealerOf(car, rows).timeZone());
    }

    private static Dealer dealerOf(Car car, Rows rows) {
        return rows.dealers.find(car.dealerId().value()).orElseThrow();
    }
}
