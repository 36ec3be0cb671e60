package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeCarTest {

    private static final CarId UNKNOWN = new CarId(new UUID(0, 0));
    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void givenFieldsChangeAndTheVersionGrows() {
        var changed = change(new ChangeCar.Command(
                car.id(), Precondition.NONE, euros("60"), Optional.of("VAN"), Optional.of(CarStatus.OUT_OF_SERVICE)));

        assertThat(changed).isEqualTo(new Car(
                car.id(), car.dealerId(), car.registrationPlate(), car.make(), car.model(), car.modelYear(),
                new Category("VAN"), new Money(new BigDecimal("60"), dealer.currency()), CarStatus.OUT_OF_SERVICE, 1));
        assertThat(found()).isEqualTo(changed);
    }

    @Test
    void absentFieldsStayUnchanged() {
        assertThat(changePrice("60").category()).isEqualTo(car.category());
        assertThat(fleet.setStatus(car, CarStatus.OUT_OF_SERVICE).dailyPrice().amount()).isEqualByComparingTo("60");
    }

    @Test
    void aChangeOfNothingKeepsTheVersion() {
        assertThat(change(new ChangeCar.Command(
                car.id(), Precondition.NONE, Optional.empty(), Optional.empty(), Optional.empty()))).isEqualTo(car);
        assertThat(change(new ChangeCar.Command(
                car.id(), Precondition.NONE, euros("50.0"), Optional.of("COMPACT"), Optional.of(CarStatus.IN_SERVICE))))
                .isEqualTo(car);
        assertThat(found()).isEqualTo(car);
    }

    @Test
    void aBookingKeepsItsPrice() {
        var booking = fleet.book(car, hours(24, 48));

        changePrice("60");

        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
    }

    @Test
    void thePreconditionMayBeTheCurrentRevision() {
        var precondition = Precondition.oneOf(Set.of(car.revision()));

        assertThat(change(new ChangeCar.Command(
                car.id(), precondition, euros("60"), Optional.empty(), Optional.empty())).version()).isEqualTo(1);
    }

    @Test
    void anUnknownCarIsRefusedBeforeThePreconditionAndThatBeforeTheValues() {
        assertThat(refusal(CommonRefusal.NotFound.class, () -> changeBadly(UNKNOWN, Precondition.MISSING)))
                .isEqualTo(new CommonRefusal.NotFound("car", UNKNOWN.value()));
        refusal(CommonRefusal.RevisionRequired.class, () -> changeBadly(car.id(), Precondition.MISSING));
        refusal(CommonRefusal.RevisionMismatch.class, () -> changeBadly(car.id(), OUTDATED));
    }

    @Test
    void everythingWrongIsRefusedAtOnceAndBeforeOccupancies() {
        fleet.book(car, hours(24, 48));

        assertThat(invalidFields(() -> changeBadly(car.id(), Precondition.NONE)))
                .containsExactly("dailyPrice.amount", "category");
    }

    @Test
    void thePriceStaysInTheCurrencyOfTheDealer() {
        assertThat(invalidFields(() -> change(new ChangeCar.Command(
                car.id(), Precondition.NONE, Optional.of(new MoneyInput(BigDecimal.TEN, "USD")), Optional.empty(),
                Optional.empty())))).containsExactly("dailyPrice.currency");
    }

    @Test
    void aCarWithBookingsStaysInServiceAndTheRefusalListsThem() {
        fleet.plan(car, hours(1, 2));
        var later = fleet.book(car, hours(72, 96));
        var sooner = fleet.book(car, hours(24, 48));

        var refused = refusal(FleetRefusal.CarHasOccupancies.class, () -> fleet.setStatus(car, CarStatus.OUT_OF_SERVICE));

        assertThat(refused.occupancies()).containsExactly(sooner.occupancy(), later.occupancy());
    }

    @Test
    void aBookingCountsUntilItsTurnaroundEnds() {
        fleet.book(car, hours(24, 48));

        fleet.setTime(hour(49).minusMillis(1));
        refusal(FleetRefusal.CarHasOccupancies.class, () -> fleet.setStatus(car, CarStatus.RETIRED));
        fleet.setTime(hour(49));
        assertThat(fleet.setStatus(car, CarStatus.RETIRED).status()).isEqualTo(CarStatus.RETIRED);
    }

    @Test
    void aRefusedStatusChangesNothingElseEither() {
        fleet.book(car, hours(24, 48));

        refusal(FleetRefusal.CarHasOccupancies.class, () -> change(new ChangeCar.Command(
                car.id(), Precondition.NONE, euros("60"), Optional.of("VAN"), Optional.of(CarStatus.RETIRED))));

        assertThat(found()).isEqualTo(car);
    }

    private Car changePrice(String dailyPrice) {
        return change(new ChangeCar.Command(
                car.id(), Precondition.NONE, euros(dailyPrice), Optional.empty(), Optional.empty()));
    }

    private Car changeBadly(CarId id, Precondition precondition) {
        return change(new ChangeCar.Command(
                id, precondition, euros("-1"), Optional.of("van"), Optional.of(CarStatus.OUT_OF_SERVICE)));
    }

    private Car change(ChangeCar.Command command) {
        return fleet.useCase(ChangeCar.class).change(command);
    }

    private Car found() {
        return fleet.useCase(GetCar.class).get(car.id(), Optional.empty()).car();
    }

    private static Optional<MoneyInput> euros(String amount) {
        return Optional.of(new MoneyInput(new BigDecimal(amount), "EUR"));
    }
}
