package dev.fleetbooking.application.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.car.ListCars.Filter;
import dev.fleetbooking.application.kit.AggregateRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.access.Caller;
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
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link CarRepository}. */
public abstract class CarRepositoryContract extends RepositoryContract implements AggregateRepositoryContract<CarId, Car> {

    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public Repository<CarId, Car> repository() {
        return cars();
    }

    @Override
    public Page<Car> list(PageRequest<CarId> page) {
        return cars().list(ALL, Caller.SERVICE, page);
    }

    @Override
    public CarId newId() {
        return new CarId(nextId());
    }

    @Override
    public CarId id(Car car) {
        return car.id();
    }

    @Override
    public Car newOne() {
        return newCar(givenDealer());
    }

    @Override
    public void store(Car car) {
        cars().add(car);
    }

    @Override
    public Car changed(Car found) {
        return found.withCategory(new Category("VAN")).withDailyPrice(money("60", EUR))
                .withStatus(CarStatus.OUT_OF_SERVICE, List.of(), TestTime.NOW);
    }

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
        assertThat(inTransaction(() -> cars().findForClaim(car.id()))).contains(new CarOfDealer(car, dealer));
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
    void aCarIsFoundForAClaimInItsCurrentStateWithItsDealer() {
        var dealer = given(newDealer(ZoneId.of("Asia/Tokyo"), EUR, new Turnaround(90)));
        var car = givenCar(dealer);
        var changed = inTransaction(() -> cars().update(changed(cars().findForUpdate(car.id()).orElseThrow())));

        assertThat(inTransaction(() -> cars().findForClaim(car.id()))).contains(new CarOfDealer(changed, dealer));
    }

    @Test
    void anUnknownCarIsNotFoundForAClaimEither() {
        assertThat(inTransaction(() -> cars().findForClaim(new CarId(nextId())))).isEmpty();
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

        var page = inTransaction(() -> cars().list(filter, Caller.SERVICE, new PageRequest<>(Optional.of(first.id()), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(page.hasNext()).isFalse();
    }

    private List<Car> peers(Car car) {
        return inTransaction(() -> cars().findPeersForUpdate(car.id()));
    }

    private List<Car> listed(Filter filter) {
        return inTransaction(() -> cars().list(filter, Caller.SERVICE, first(20))).items();
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
