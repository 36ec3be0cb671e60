package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.AvailableCarRepository.Search;
import dev.fleetbooking.application.car.FindAvailableCars.Key;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link AvailableCarRepository}. */
@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class AvailableCarRepositoryContract extends RepositoryContract {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration LATENESS = Duration.ofHours(6);
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void aFreeCarIsFoundWithItsPriceForTheDaysOfItsZone() {
        var car = given(newCar(givenDealer(), "COMPACT", "49.90"));

        assertThat(found(search(hours(1, 2), Map.of(BERLIN, 3, TOKYO, 4))))
                .containsExactly(new Offer(car, Quote.of(3, money("49.90", EUR))));
    }

    @Test
    void aPriceMayBeLongerThanWhatCallersMayAskFor() {
        var car = given(newCar(givenDealer(), "COMPACT", "9999999999.99"));

        assertThat(found(search(hours(1, 2), Map.of(BERLIN, 90))))
                .containsExactly(new Offer(car, Quote.of(90, car.dailyPrice())));
    }

    @ParameterizedTest
    @EnumSource
    void onlyACarInServiceIsFound(CarStatus status) {
        given(newCar(givenDealer()).withStatus(status, List.of(), TestTime.NOW));

        assertThat(found(searchFor(hours(1, 2)))).hasSize(status == CarStatus.IN_SERVICE ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "599, 600, true",
        "599, 601, false",
        "600, 720, false",
        "630, 660, false",
        "719, 720, false",
        "719, 780, false",
        "720, 780, true",
        "540, 780, false"
    })
    void aCarIsFoundIfNoOccupancyOverlapsThePeriod(int start, int end, boolean available) {
        var dealer = givenDealer();
        givenBooking(dealer, givenCar(dealer), minutes(600, 720));

        assertThat(found(searchFor(minutes(start, end)))).hasSize(available ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"539, 541, true", "599, 600, true", "599, 601, false", "779, 800, false", "780, 800, true"})
    void afterThePeriodTheTurnaroundCountsThatTheDealerHasNow(int start, int end, boolean available) {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(60)));
        givenBooking(dealer, givenCar(dealer), minutes(600, 720));
        commit(() -> dealers().update(dealers().findForUpdate(dealer.id()).orElseThrow().withTurnaround(Turnaround.NONE)));

        assertThat(found(searchFor(minutes(start, end)))).hasSize(available ? 1 : 0);
    }

    @Test
    void aCancelledBookingBlocksNothing() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        cancelled(givenBooking(dealer, car, hours(10, 12)));
        cancelled(givenWindow(car, hours(12, 14)));

        assertThat(found(searchFor(hours(10, 14)))).hasSize(1);
    }

    @Test
    void aHoldBlocksUntilTheInstantOfItsLapse() {
        var dealer = givenDealer();
        given(newHold(dealer, givenCar(dealer), hours(10, 12)));

        assertThat(found(searchFor(hours(10, 12), minute(15).minusMillis(1), hour(24)))).isEmpty();
        assertThat(found(searchFor(hours(10, 12), minute(15), hour(24)))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // At its end the car is not late yet.
        "120, 1560, 600, true",
        "121, 1561, 600, false",
        "121, 1561, 1560, false",
        "121, 1561, 1561, true"
    })
    void anOverdueCarIsUnavailableForPeriodsThatStartBeforeTheHorizon(int now, int lateUntil, int start, boolean available) {
        var dealer = givenDealer();
        handedOver(givenBooking(dealer, givenCar(dealer), hours(0, 2)));
        started(givenWindow(givenCar(dealer), hours(0, 2)));

        assertThat(found(searchFor(minutes(start, start + 60), minute(now), minute(lateUntil)))).hasSize(available ? 2 : 0);
    }

    @Test
    void anOccupancyThatIsNotInUseIsNeverOverdue() {
        var dealer = givenDealer();
        givenBooking(dealer, givenCar(dealer), hours(0, 2));

        assertThat(found(searchFor(hours(3, 4), minute(121), hour(26)))).hasSize(1);
    }

    @Test
    void aSearchSeesWhatItsOwnTransactionHasChanged() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(10, 12));

        commit(() -> {
            cars().findForClaim(car.id());
            claim(car.id(), booking.occupancy());
            bookings().add(booking);
            assertThat(availableCars().search(searchFor(hours(10, 12)), first(20)).items()).isEmpty();
        });
        commit(() -> {
            cars().update(cars().findForUpdate(car.id()).orElseThrow().withCategory(new Category("VAN")));
            assertThat(availableCars().search(searchFor(hours(1, 2)), first(20)).items())
                    .extracting(offer -> offer.car().category())
                    .containsExactly(new Category("VAN"));
        });
    }

    @Test
    void eachFilterCountsAloneAndAllOfThemTogether() {
        var dealer = givenDealer();
        var wanted = given(newCar(dealer, "VAN", "10"));
        var tooDear = given(newCar(dealer, "VAN", "20"));
        var otherCategory = given(newCar(dealer, "COMPACT", "10"));
        var otherDealer = given(newCar(givenDealer(), "VAN", "10"));
        var otherCurrency = given(newCar(given(newDealer(BERLIN, JPY, Turnaround.NONE)), "VAN", "10"));
        var ofDealer = Optional.of(dealer.id());
        var ofCategory = Optional.of(new Category("VAN"));
        var ofCurrency = Optional.of("EUR");
        var cheap = Optional.of(BigDecimal.TEN);

        assertThat(foundCars(search(ofDealer, Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCategory, tooDear);
        assertThat(foundCars(search(Optional.empty(), ofCategory, Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherDealer, tooDear, otherCurrency);
        assertThat(foundCars(search(Optional.empty(), Optional.empty(), ofCurrency, Optional.empty())))
                .containsExactly(wanted, otherCategory, otherDealer, tooDear);
        assertThat(foundCars(search(Optional.empty(), Optional.empty(), Optional.empty(), cheap)))
                .containsExactly(wanted, otherCategory, otherDealer, otherCurrency);
        assertThat(foundCars(search(ofDealer, ofCategory, ofCurrency, cheap))).containsExactly(wanted);
    }

    @Test
    void aFilterThatNamesNothingFindsNothing() {
        givenCar(givenDealer());

        assertThat(foundCars(search(
                Optional.of(new DealerId(nextId())), Optional.empty(), Optional.empty(), Optional.empty()))).isEmpty();
        assertThat(foundCars(search(
                Optional.empty(), Optional.of(new Category("NONE")), Optional.empty(), Optional.empty()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "XAU", "ZZZ"})
    void aCurrencyThatNoCarHasFindsNothing(String currency) {
        givenCar(givenDealer());

        assertThat(foundCars(search(Optional.empty(), Optional.empty(), Optional.of(currency), Optional.empty()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"49.90, true", "49.9, true", "49.91, true", "49.89, false", "49.899, false", "0, false", "1E10, true"})
    void theHighestDailyPriceIsIncluded(BigDecimal maxDailyPrice, boolean isFound) {
        given(newCar(givenDealer(), "COMPACT", "49.90"));

        assertThat(foundCars(search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(maxDailyPrice))))
                .hasSize(isFound ? 1 : 0);
    }

    @Test
    void carsInZonesWithoutDaysAreNotFound() {
        var berlin = givenCar(givenDealer());
        givenCar(given(newDealer(TOKYO, EUR, Turnaround.NONE)));

        assertThat(foundCars(search(hours(1, 2), Map.of(BERLIN, 1)))).containsExactly(berlin);
        assertThat(foundCars(search(hours(1, 2), Map.of()))).isEmpty();
    }

    @Test
    void offersAreInTheOrderOfCurrencyCodeThenTotalThenId() {
        var berlin = givenDealer();
        var tokyo = given(newDealer(TOKYO, EUR, Turnaround.NONE));
        var yen = given(newDealer(BERLIN, JPY, Turnaround.NONE));
        var cheapestInYen = given(newCar(yen, "COMPACT", "1"));
        var hundred = given(newCar(berlin, "COMPACT", "100"));
        var sameTotal = given(newCar(tokyo, "COMPACT", "50"));
        var nine = given(newCar(berlin, "COMPACT", "9"));
        var dearest = given(newCar(tokyo, "COMPACT", "50.01"));

        // By text, 100 would come before 9; by daily price, 50 would come before 100.
        assertThat(foundCars(search(hours(1, 2), Map.of(BERLIN, 1, TOKYO, 2))))
                .containsExactly(nine, hundred, sameTotal, dearest, cheapestInYen);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 100})
    void pagesGoOnAcrossEqualTotalsWithoutGapsOrRepetition(int limit) {
        var dealer = givenDealer();
        var yen = given(newDealer(BERLIN, JPY, Turnaround.NONE));
        var added = List.of(
                given(newCar(dealer, "COMPACT", "10")), given(newCar(dealer, "COMPACT", "10")),
                given(newCar(dealer, "COMPACT", "10")), given(newCar(dealer, "COMPACT", "11")),
                given(newCar(yen, "COMPACT", "10")), given(newCar(yen, "COMPACT", "10")));

        assertThat(allPages(limit, page -> availableCars().search(searchFor(hours(1, 2)), page), Key::of))
                .extracting(Offer::car)
                .isEqualTo(added);
    }

    @Test
    void aPageStartsAfterItsKeyEvenIfNothingHasThatKey() {
        var dealer = givenDealer();
        given(newCar(dealer, "COMPACT", "10"));
        var key = new Key(EUR, BigDecimal.TEN, new CarId(nextId()));
        var sameTotal = given(newCar(dealer, "COMPACT", "10"));
        var dearer = given(newCar(dealer, "COMPACT", "11"));

        var page = inTransaction(() ->
                availableCars().search(searchFor(hours(1, 2)), new PageRequest<>(Optional.of(key), 20)));

        assertThat(page.items()).extracting(Offer::car).containsExactly(sameTotal, dearer);
    }

    @Test
    void aSearchAgreesWithTheDefinitionOfAvailabilityWhateverTheCalendars() {
        var random = new Random(20270301);
        var dealers = List.of(
                given(newDealer(BERLIN, EUR, Turnaround.NONE)),
                given(newDealer(BERLIN, EUR, new Turnaround(30))),
                given(newDealer(TOKYO, JPY, new Turnaround(60))));
        var cars = IntStream.range(0, 15).mapToObj(i -> givenCarWithRandomCalendar(random, dealers.get(i % 3))).toList();
        var calendars = cars.stream().collect(toMap(Car::id, car ->
                inTransaction(() -> occupancies().findByCar(car.id(), TestTime.NOW))));

        for (var round = 0; round < 60; round++) {
            var now = minute(15L * random.nextInt(100));
            var search = new Search(
                    randomPeriod(random), Map.of(BERLIN, 1 + random.nextInt(3), TOKYO, 1 + random.nextInt(3)),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), now, now.plus(LATENESS));
            var expected = IntStream.range(0, cars.size())
                    .filter(i -> Availability.of(
                            cars.get(i),
                            new CarCalendar(calendars.get(cars.get(i).id()), search.now(), search.lateUntil()),
                            search.period(), dealers.get(i % 3).turnaround())
                            .isAvailable())
                    .mapToObj(i -> new Offer(cars.get(i), Quote.of(
                            search.daysByZone().get(dealers.get(i % 3).timeZone()), cars.get(i).dailyPrice())))
                    .sorted(comparing((Offer offer) -> offer.quote().total().currency().getCurrencyCode())
                            .thenComparing(offer -> offer.quote().total().amount())
                            .thenComparing(offer -> offer.car().id().value().toString()))
                    .toList();

            assertThat(found(search)).as("round %d: %s", round, search).isEqualTo(expected);
        }
    }

    /** In quarters of an hour, so that occupancies and periods are often adjacent. */
    private static Period randomPeriod(Random random) {
        var start = 15L * random.nextInt(100);
        return minutes(start, start + 15L * (1 + random.nextInt(8)));
    }

    private Car givenCarWithRandomCalendar(Random random, Dealer dealer) {
        var status = random.nextInt(10) == 0 ? CarStatus.OUT_OF_SERVICE : CarStatus.IN_SERVICE;
        var car = given(newCar(dealer, "COMPACT", Integer.toString(10 + random.nextInt(3)))
                .withStatus(status, List.of(), TestTime.NOW));
        commit(() -> {
            cars().findForClaim(car.id());
            for (var i = 0; i < 12; i++) {
                if (random.nextInt(3) == 0) {
                    var window = newWindow(car, randomPeriod(random));
                    if (claim(car.id(), window.occupancy())) {
                        windows().add(window);
                    }
                } else {
                    var booking = randomBooking(random, car, dealer);
                    if (claim(car.id(), booking.occupancy())) {
                        bookings().add(booking);
                    }
                }
            }
        });
        var ofCar = new CalendarFilter<>(
                Optional.of(car.id()), Optional.empty(), Optional.of(BookingStatus.CONFIRMED), Optional.empty(),
                Optional.empty());
        inTransaction(() -> bookings().list(ofCar, Caller.SERVICE, first(1), TestTime.NOW)).items().forEach(this::handedOver);
        return car;
    }

    private Booking randomBooking(Random random, Car car, Dealer dealer) {
        var owner = dealer.withTurnaround(new Turnaround(15 * random.nextInt(5)));
        var id = new BookingId(nextId());
        var period = randomPeriod(random);
        var price = Quote.of(1, car.dailyPrice());
        return random.nextInt(3) == 0
                ? Booking.hold(id, car, owner, customer(), period, price, TestTime.NOW, minute(15L * random.nextInt(100)))
                : Booking.book(id, car, owner, customer(), period, price, TestTime.NOW);
    }

    private List<Offer> found(Search search) {
        return inTransaction(() -> availableCars().search(search, first(100))).items();
    }

    private List<Car> foundCars(Search search) {
        return found(search).stream().map(Offer::car).toList();
    }

    private static Search searchFor(Period period) {
        return search(period, Map.of(BERLIN, 1));
    }

    private static Search searchFor(Period period, Instant now, Instant lateUntil) {
        return new Search(
                period, Map.of(BERLIN, 1), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), now,
                lateUntil);
    }

    private static Search search(Period period, Map<ZoneId, Integer> daysByZone) {
        return new Search(
                period, daysByZone, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TestTime.NOW,
                TestTime.NOW);
    }

    private static Search search(
            Optional<DealerId> dealerId, Optional<Category> category, Optional<String> currency,
            Optional<BigDecimal> maxDailyPrice) {
        return new Search(
                hours(1, 2), Map.of(BERLIN, 1), dealerId, category, currency, maxDailyPrice, TestTime.NOW, TestTime.NOW);
    }
}
