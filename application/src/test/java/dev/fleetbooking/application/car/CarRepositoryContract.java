package dev.fleetbooking.application.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestTime;
import dev.fleetbooking.application.car.ListCars.Filter;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Name;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link CarRepository}. */
public abstract class CarRepositoryContract extends RepositoryContract {

    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "EUR, 49.90",
        "EUR, 0.00",
        "EUR, 9999999999.99",
        "JPY, 14000",
        "KWD, 12.345",
        "CLF, 1.2345"
    })
    void aCarIsFoundAsItWasAddedWithAllDecimalsOfItsPrice(String currency, String dailyPrice) {
        var dealer = given(newDealer(BERLIN, Currency.getInstance(currency), Turnaround.NONE));
        var car = given(newCar(dealer, "COMPACT", dailyPrice));

        assertThat(found(car)).contains(car);
        assertThat(inTransaction(() -> cars().findForClaim(car.id()))).contains(car);
        assertThat(inTransaction(() -> cars().findForUpdate(car.id()))).contains(car);
    }

    @ParameterizedTest
    @EnumSource
    void aCarIsFoundInTheStatusThatItHas(CarStatus status) {
        var car = given(inStatus(newCar(givenDealer()), status));

        assertThat(found(car)).contains(car);
    }

    @Test
    void theLongestTextsAreKeptWhateverTheirCharacters() {
        var dealer = givenDealer();
        var car = given(Car.add(
                new CarId(nextId()), dealer.id(), new RegistrationPlate("🚗".repeat(RegistrationPlate.MAX_LENGTH)),
                new Name("🔧".repeat(Name.MAX_LENGTH)), new Name("ß".repeat(Name.MAX_LENGTH)),
                new ModelYear(ModelYear.EARLIEST), new Category("A_9".repeat(10) + "ZZ"), money("50", EUR)));

        assertThat(found(car)).contains(car);
    }

    @Test
    void anUnknownCarIsNotFound() {
        var unknown = new CarId(nextId());

        assertThat(inTransaction(() -> cars().find(unknown))).isEmpty();
        assertThat(inTransaction(() -> cars().findForClaim(unknown))).isEmpty();
        assertThat(inTransaction(() -> cars().findForUpdate(unknown))).isEmpty();
    }

    @Test
    void anIdIsAddedOnlyOnce() {
        var dealer = givenDealer();
        var car = givenCar(dealer);

        assertFails(() -> cars().add(withIdAndPlate(newCar(dealer), car.id(), new RegistrationPlate("OTHER"))));

        assertThat(found(car)).contains(car);
    }

    @Test
    void aCarNeedsItsDealer() {
        assertFails(() -> cars().add(newCar(newDealer())));
    }

    @Test
    void aPriceIsInTheCurrencyOfTheDealer() {
        var dealer = givenDealer();
        var inYen = money("14000", Currency.getInstance("JPY"));
        var car = givenCar(dealer);

        assertFails(() -> cars().add(newCar(dealer).withDailyPrice(inYen)));
        assertFails(() -> cars().update(cars().findForUpdate(car.id()).orElseThrow().withDailyPrice(inYen)));

        assertThat(found(car)).contains(car);
    }

    @Test
    void addRefusesAPlateThatTheDealerHasAlready() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = newCar(dealer);
        var samePlate = withIdAndPlate(other, other.id(), car.registrationPlate());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> commit(() -> {
                    cars().add(samePlate);
                    throw new AssertionError("add itself must refuse");
                }))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FleetRefusal.DuplicateRegistrationPlate(car.registrationPlate()));

        assertThat(found(samePlate)).isEmpty();
    }

    @Test
    void addRefusesThePlateOfACarThatHasRetired() {
        var dealer = givenDealer();
        var retired = given(inStatus(newCar(dealer), CarStatus.RETIRED));
        var other = newCar(dealer);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> given(withIdAndPlate(other, other.id(), retired.registrationPlate())));
    }

    @Test
    void anotherDealerMayHaveTheSamePlate() {
        var car = givenCar(givenDealer());
        var other = newCar(givenDealer());

        var samePlate = given(withIdAndPlate(other, other.id(), car.registrationPlate()));

        assertThat(found(samePlate)).contains(samePlate);
    }

    @Test
    void anUpdateIsSeenInTheSameTransactionAndAfterItWithTheNextVersion() {
        var car = givenCar(givenDealer());
        var category = new Category("VAN");
        var price = money("60", EUR);

        var updated = inTransaction(() -> {
            var found = cars().findForUpdate(car.id()).orElseThrow();
            var result = cars().update(
                    found.withCategory(category).withDailyPrice(price)
                            .withStatus(CarStatus.OUT_OF_SERVICE, List.of(), TestTime.NOW));
            assertThat(cars().find(car.id())).contains(result);
            return result;
        });

        assertThat(updated).isEqualTo(new Car(
                car.id(), car.dealerId(), car.registrationPlate(), car.make(), car.model(), car.modelYear(), category, price,
                CarStatus.OUT_OF_SERVICE, 1));
        assertThat(found(car)).contains(updated);
    }

    @Test
    void theCarsOfTheSameDealerAndCategoryThatAreInServiceAreItsPeersById() {
        var dealer = givenDealer();
        var second = newCar(dealer, "VAN", "50");
        var third = newCar(dealer, "VAN", "10");
        var first = newCar(dealer, "VAN", "90");
        given(first);
        given(third);
        given(second);
        given(newCar(dealer, "COMPACT", "50"));
        given(newCar(givenDealer(), "VAN", "50"));
        given(inStatus(newCar(dealer, "VAN", "50"), CarStatus.OUT_OF_SERVICE));
        given(inStatus(newCar(dealer, "VAN", "50"), CarStatus.RETIRED));

        assertThat(peers(third)).containsExactly(second, third, first);
        assertThat(peers(first)).containsExactly(second, third, first);
    }

    @ParameterizedTest
    @EnumSource
    void aCarIsAmongItsPeersWhateverItsStatus(CarStatus status) {
        var dealer = givenDealer();
        var peer = givenCar(dealer);
        var car = given(inStatus(newCar(dealer), status));

        assertThat(peers(car)).containsExactly(peer, car);
    }

    @Test
    void anUnknownCarHasNoPeers() {
        givenCar(givenDealer());

        assertThat(inTransaction(() -> cars().findPeersForUpdate(new CarId(nextId())))).isEmpty();
    }

    @Test
    void peersAreFoundForUpdate() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var peer = givenCar(dealer);

        var updated = inTransaction(() -> {
            cars().findPeersForUpdate(car.id());
            return cars().update(peer.withDailyPrice(money("1", EUR)));
        });

        assertThat(found(peer)).contains(updated);
    }

    @Test
    void anUpdateOfAStaleVersionFailsAndChangesNothing() {
        var stale = givenCar(givenDealer());
        var current = inCategory(stale, "VAN");

        assertFails(() -> {
            cars().findForUpdate(stale.id());
            cars().update(stale.withDailyPrice(money("1", EUR)));
        });

        assertThat(found(stale)).contains(current);
    }

    @Test
    void aTransactionThatEndsInAnExceptionChangesNothing() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = newCar(dealer);

        assertFails(() -> {
            cars().update(cars().findForUpdate(car.id()).orElseThrow().withCategory(new Category("VAN")));
            cars().add(other);
            throw new IllegalStateException("roll back");
        });

        assertThat(found(car)).contains(car);
        assertThat(found(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100})
    void aListIsInTheOrderOfIdsAndWholeWhateverTheSizeOfItsPages(int limit) {
        var dealer = givenDealer();
        var added = List.of(newCar(dealer), newCar(dealer), newCar(dealer), newCar(dealer), newCar(dealer));
        added.reversed().forEach(this::given);

        assertThat(allPages(limit, page -> cars().list(ALL, page), Car::id)).isEqualTo(added);
    }

    @Test
    void aListOfNothingIsEmpty() {
        var page = inTransaction(() -> cars().list(ALL, first(20)));

        assertThat(page.items()).isEmpty();
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void aPageStartsAfterItsKeyEvenIfNothingHasThatKey() {
        var dealer = givenDealer();
        givenCar(dealer);
        var key = new CarId(nextId());
        var after = givenCar(dealer);

        assertThat(inTransaction(() -> cars().list(ALL, new PageRequest<>(Optional.of(key), 20))).items())
                .containsExactly(after);
    }

    @Test
    void eachFilterCountsAloneAndAllOfThemTogether() {
        var dealer = givenDealer();
        var wanted = given(newCar(dealer, "VAN", "50"));
        var otherDealer = given(newCar(givenDealer(), "VAN", "50"));
        var otherCategory = given(newCar(dealer, "COMPACT", "50"));
        var otherStatus = given(inStatus(newCar(dealer, "VAN", "50"), CarStatus.OUT_OF_SERVICE));
        var ofDealer = Optional.of(dealer.id());
        var ofCategory = Optional.of(new Category("VAN"));
        var ofStatus = Optional.of(CarStatus.IN_SERVICE);

        assertThat(listed(new Filter(ofDealer, Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCategory, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), ofCategory, Optional.empty())))
                .containsExactly(wanted, otherDealer, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), Optional.empty(), ofStatus)))
                .containsExactly(wanted, otherDealer, otherCategory);
        assertThat(listed(new Filter(ofDealer, ofCategory, ofStatus))).containsExactly(wanted);
    }

    @Test
    void aFilterThatNamesNothingGivesAnEmptyList() {
        givenCar(givenDealer());

        assertThat(listed(new Filter(Optional.of(new DealerId(nextId())), Optional.empty(), Optional.empty()))).isEmpty();
        assertThat(listed(new Filter(Optional.empty(), Optional.of(new Category("NONE")), Optional.empty()))).isEmpty();
    }

    @Test
    void pagesOfAFilteredListContainOnlyMatches() {
        var dealer = givenDealer();
        var other = givenDealer();
        var first = givenCar(dealer);
        givenCar(other);
        var second = givenCar(dealer);
        givenCar(other);
        var filter = new Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());

        var page = inTransaction(() -> cars().list(filter, new PageRequest<>(Optional.of(first.id()), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void changingAReturnedListDoesNotChangeTheStore() {
        var car = givenCar(givenDealer());

        tryToEmpty(listed(ALL));

        assertThat(listed(ALL)).containsExactly(car);
    }

    @Test
    void aReturnedPageDoesNotChangeLater() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var page = inTransaction(() -> cars().list(ALL, first(20)));

        inCategory(car, "VAN");
        givenCar(dealer);

        assertThat(page.items()).containsExactly(car);
    }

    private Optional<Car> found(Car car) {
        return inTransaction(() -> cars().find(car.id()));
    }

    private List<Car> peers(Car car) {
        return inTransaction(() -> cars().findPeersForUpdate(car.id()));
    }

    private List<Car> listed(Filter filter) {
        return inTransaction(() -> cars().list(filter, first(20))).items();
    }

    private Car inCategory(Car car, String category) {
        return inTransaction(() ->
                cars().update(cars().findForUpdate(car.id()).orElseThrow().withCategory(new Category(category))));
    }

    private static Car inStatus(Car car, CarStatus status) {
        return car.withStatus(status, List.of(), TestTime.NOW);
    }

    private static Car withIdAndPlate(Car car, CarId id, RegistrationPlate plate) {
        return Car.add(
                id, car.dealerId(), plate, car.make(), car.model(), car.modelYear(), car.category(), car.dailyPrice());
    }
}
