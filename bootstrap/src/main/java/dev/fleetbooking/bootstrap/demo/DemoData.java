package dev.fleetbooking.bootstrap.demo;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.bootstrap.kit.database.NoDatabaseConfigured;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Adds dealers, cars and two months of bookings around today to an empty embedded database, before the first request is answered.
 * It adds all of them or none, because partial data would never be completed. It makes them as the use cases do, but not by them,
 * because they cannot do something in the past, and would take seconds in a JVM that has just started. Unlike in
 * other data, the order of ids is not that of creation: it is that in which this class adds.
 */
@Component
@Conditional(NoDatabaseConfigured.class)
@ConditionalOnBooleanProperty(name = "fleet.demo-data", matchIfMissing = true)
record DemoData(
        TransactionBoundary boundary, DealerRepository dealers, CarRepository cars, BookingRepository bookings,
        MaintenanceWindowRepository windows, OccupancyRepository occupancies, History history, IdGenerator ids,
        BookingPolicy policy, Clock clock)
        implements SmartInitializingSingleton {

    private static final List<Fleet> FLEETS = List.of(
            new Fleet("City Cars", "Europe/Berlin", "EUR", 90, "B-CC 1%02d", List.of(
                    new Model(1, "Volkswagen", "Golf", "COMPACT", "49.90"),
                    new Model(1, "Opel", "Corsa", "COMPACT", "44.50"),
                    new Model(4, "Fiat", "500", "CITY", "34.00"),
                    new Model(3, "BMW", "320d", "SEDAN", "89.00"),
                    new Model(3, "Skoda", "Kodiaq", "SUV", "79.90"),
                    new Model(2, "Volkswagen", "ID. Buzz", "VAN", "109.00"))),
            new Fleet("Shibuya Drive", "Asia/Tokyo", "JPY", 60, "品川 300 あ 12-%02d", List.of(
                    new Model(4, "Honda", "N-BOX", "CITY", "5500"),
                    new Model(4, "Toyota", "Yaris", "COMPACT", "7000"),
                    new Model(2, "Toyota", "Harrier", "SUV", "12500"),
                    new Model(3, "Toyota", "Alphard", "VAN", "16000"))),
            new Fleet("Hudson Rentals", "America/New_York", "USD", 45, "HRC 72%02d", List.of(
                    new Model(4, "Toyota", "Corolla", "COMPACT", "52.00"),
                    new Model(3, "Tesla", "Model 3", "SEDAN", "96.00"),
                    new Model(4, "Ford", "Explorer", "SUV", "118.00"),
                    new Model(2, "Chrysler", "Pacifica", "VAN", "124.00"))));

    /** As many as have no divisor in common with the hours of a day, or each car would always have the same customer. */
    private static final List<String> CUSTOMERS = List.of(
            "Ada Lovelace", "Grace Hopper", "Katherine Johnson", "Alan Turing", "Barbara Liskov", "Edsger Dijkstra",
            "Frances Allen", "Donald Knuth", "Margaret Hamilton", "Tony Hoare", "Radia Perlman", "Niklaus Wirth",
            "Leslie Lamport");

    /**
     * A character for each day; equal characters that follow each other are one booking, {@code x} one that is cancelled,
     * {@code n} a no-show, {@code m} maintenance. Each car begins elsewhere in it, and goes on from its beginning.
     */
    private static final String DAYS = "aaaa...bbbbbbbbb..cc....mm..aaaaaaaaaaaaa..xxxx.nn.bbbbbb...";
    private static final Pattern USE = Pattern.compile("([^.])\\1*");
    private static final int DAYS_BEFORE_TODAY = 31;
    private static final Duration NOTICE = Duration.ofDays(6);

    /** Around today the first cars of each dealer have only what {@link #addToday} gives them. */
    private static final int CARS_OF_TODAY = 3;
    private static final int DAYS_AROUND_TODAY = 6;

    /** All of it is made at one instant. */
    DemoData {
        clock = Clock.fixed(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void afterSingletonsInstantiated() {
        boundary.call(false, () -> {
            if (dealers.list(Caller.SERVICE, new PageRequest<>(Optional.empty(), 1)).items().isEmpty()) {
                FLEETS.forEach(this::add);
            }
            return null;
        });
    }

    private void add(Fleet fleet) {
        var dealer = Dealer.register(
                new DealerId(ids.next()), new Name(fleet.name()), ZoneId.of(fleet.timeZone()),
                Currency.getInstance(fleet.currency()), new Turnaround(fleet.turnaroundMinutes()));
        dealers.add(dealer);
        var added = new ArrayList<Car>();
        for (var model : fleet.models()) {
            for (var i = 0; i < model.cars(); i++) {
                added.add(car(dealer, fleet.plates().formatted(added.size() + 1), model));
            }
        }
        for (var i = 0; i < added.size(); i++) {
            addDays(dealer, added.get(i), i);
        }
        addToday(dealer, added);
    }

    private Car car(Dealer dealer, String plate, Model model) {
        var opening = clock.instant().minus(Duration.ofDays(2 * DAYS_BEFORE_TODAY));
        var car = Car.add(
                new CarId(ids.next()), dealer.id(), new RegistrationPlate(plate), new Name(model.make()), new Name(model.name()),
                ModelYear.of(2024, opening), new Category(model.category()),
                new Money(new BigDecimal(model.dailyPrice()), dealer.currency()));
        cars.add(car);
        history.record(EventType.CAR_ADDED, Optional.empty(), car, opening);
        return cars.findForUpdate(car.id()).orElseThrow();
    }

    private void addDays(Dealer dealer, Car car, int index) {
        var first = index * 7 % DAYS.length();
        var uses = USE.matcher(DAYS.substring(first) + DAYS.substring(0, first));
        while (uses.find()) {
            var from = uses.start() - DAYS_BEFORE_TODAY;
            var to = uses.end() - DAYS_BEFORE_TODAY;
            if (index >= CARS_OF_TODAY || to < -DAYS_AROUND_TODAY || from > DAYS_AROUND_TODAY) {
                var start = instant(dealer, from, 12 + index % 4);
                add(uses.group().charAt(0), dealer, car, start, instant(dealer, to, 8 + index % 3));
            }
        }
    }

    /** A late car, whose next booking is at risk; one in the workshop that is on hold for later; one that is fetched soon. */
    private void addToday(Dealer dealer, List<Car> added) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        IntFunction<Instant> in = hours -> hour.plus(Duration.ofHours(hours));
        add('a', dealer, added.get(0), in.apply(5), in.apply(53));
        add('l', dealer, added.get(0), in.apply(-50), in.apply(-3));
        add('m', dealer, added.get(1), in.apply(-4), in.apply(8));
        add('h', dealer, added.get(1), in.apply(20), in.apply(68));
        add('b', dealer, added.get(2), in.apply(1), in.apply(49));
        add('m', dealer, added.get(2), in.apply(72), in.apply(96));
    }

    private void add(char use, Dealer dealer, Car car, Instant start, Instant end) {
        var now = clock.instant();
        var made = use == 'h' || start.minus(NOTICE).isAfter(now) ? now : start.minus(NOTICE);
        if (use == 'm') {
            maintain(car, new Period(start, end), made);
        } else if (policy.allows(start, end, made)) {
            book(use, dealer, car, new Period(start, end), made);
        }
    }

    private void maintain(Car car, Period period, Instant made) {
        var id = new MaintenanceWindowId(ids.next());
        var planned = MaintenanceWindow.plan(id, car, period, new Reason("Inspection and new tyres"), made);
        if (claim(car, planned.occupancy(), made)) {
            history.record(EventType.MAINTENANCE_PLANNED, Optional.empty(), planned, made);
            var started = next(planned, EventType.MAINTENANCE_STARTED, period.start(), MaintenanceWindow::start);
            var window = next(started, EventType.MAINTENANCE_COMPLETED, period.end(), MaintenanceWindow::complete);
            windows.add(window);
            if (window.status() == MaintenanceStatus.IN_PROGRESS) {
                occupancies.replace(car.id(), window.occupancy());
            }
        }
    }

    private void book(char use, Dealer dealer, Car car, Period period, Instant made) {
        var id = new BookingId(ids.next());
        var price = Quote.of(policy.days(period, dealer.timeZone()), car.dailyPrice());
        var booking = use == 'h'
                ? Booking.hold(id, car, dealer, customer(period), period, price, made, made.plus(policy.holdDuration()))
                : Booking.book(id, car, dealer, customer(period), period, price, made);
        if (claim(car, booking.occupancy(), made)) {
            history.record(use == 'h' ? EventType.BOOKING_HELD : EventType.BOOKING_MADE, Optional.empty(), booking, made);
            var now = switch (use) {
                case 'x' -> next(booking, EventType.BOOKING_CANCELLED, made.plus(Duration.ofHours(5)), (it, _) ->
                        it.cancel(Optional.of(new Reason("Plans have changed"))));
                case 'n' -> next(booking, EventType.BOOKING_NO_SHOW, period.start().plus(BookingPolicy.NO_SHOW_GRACE),
                        Booking::noShow);
                case 'l' -> next(booking, EventType.CAR_HANDED_OVER, period.start(), Booking::handOver);
                default -> next(
                        next(booking, EventType.CAR_HANDED_OVER, period.start(), Booking::handOver),
                        EventType.CAR_RETURNED, period.end(), Booking::takeBack);
            };
            bookings.add(now);
            // Returned at its end, it blocks the car for as long as it was agreed.
            if (now != booking && now.status() != BookingStatus.COMPLETED) {
                occupancies.replace(
                        car.id(), id.value(), Optional.of(now).filter(it -> it.status().isLive()).map(Booking::occupancy));
            }
        }
    }

    private Booking next(Booking before, EventType type, Instant at, BiFunction<Booking, Instant, Booking> transition) {
        if (at.isAfter(clock.instant())) {
            return before;
        }
        var after = transition.apply(before, at);
        history.record(type, Optional.of(before), after, at);
        return after;
    }

    private MaintenanceWindow next(
            MaintenanceWindow before, EventType type, Instant at, UnaryOperator<MaintenanceWindow> transition) {
        if (at.isAfter(clock.instant())) {
            return before;
        }
        var after = transition.apply(before);
        history.record(type, Optional.of(before), after, at);
        return after;
    }

    /** False where a configured policy leaves no room; the use is left out then. */
    private boolean claim(Car car, Occupancy occupancy, Instant made) {
        return occupancies.claim(car.id(), occupancy, made, policy.lateUntil(made));
    }

    private static Customer customer(Period period) {
        var name = CUSTOMERS.get((int) (period.start().getEpochSecond() / 3600 % CUSTOMERS.size()));
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return new Customer(new Name(name), new EmailAddress(email), Optional.empty());
    }

    private Instant instant(Dealer dealer, int daysFromToday, int hour) {
        return clock.instant().atZone(dealer.timeZone()).toLocalDate().plusDays(daysFromToday)
                .atTime(hour, 0).atZone(dealer.timeZone()).toInstant();
    }

    /** A dealer and its cars, whose plates are numbered. */
    private record Fleet(
            String name, String timeZone, String currency, int turnaroundMinutes, String plates, List<Model> models) {
    }

    private record Model(int cars, String make, String name, String category, String dailyPrice) {
    }
}
