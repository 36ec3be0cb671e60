package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Name;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCarTest {

    private static final DealerId UNKNOWN = new DealerId(new UUID(0, 0));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();

    @Test
    void aCarIsInServiceAtOnceAndFound() {
        var car = add(dealer.id(), " b-ab 123 ", 2024);

        assertThat(car).isEqualTo(new Car(
                car.id(), dealer.id(), new RegistrationPlate("B-AB 123"), new Name("VW"), new Name("Golf"), new ModelYear(2024),
                new Category("COMPACT"), new Money(new BigDecimal("49.90"), dealer.currency()), CarStatus.IN_SERVICE, 0));
        assertThat(fleet.useCase(GetCar.class).get(car.id(), Optional.empty()).car()).isEqualTo(car);
    }

    @Test
    void everythingWrongIsRefusedAtOnce() {
        assertThat(invalidFields(() -> add(new AddCar.Command(
                UNKNOWN, "", " ", "\t", 1949, "compact", new MoneyInput(new BigDecimal("-1"), "EUR")))))
                .containsExactly(
                        "dealerId", "registrationPlate", "make", "model", "modelYear", "category", "dailyPrice.amount");
    }

    @Test
    void thePriceMustBeInTheCurrencyOfTheDealer() {
        assertThat(invalidFields(() -> add(new AddCar.Command(
                dealer.id(), "B-AB 123", "VW", "Golf", 2024, "COMPACT", new MoneyInput(BigDecimal.TEN, "USD")))))
                .containsExactly("dailyPrice.currency");
    }

    @Test
    void aModelMayBeOfNextYearInUtcButNotOfTheYearAfter() {
        fleet.setTime(Instant.parse("2027-12-31T23:59:59.999Z"));

        assertThat(add(dealer.id(), "B-1", 2028).modelYear()).isEqualTo(new ModelYear(2028));
        assertThat(invalidFields(() -> add(dealer.id(), "B-2", 2029))).containsExactly("modelYear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M-\u00c4 1", " m-\u00e4  1", "M-\u00c4\u00a01", "M\u2011\u00c4 1", "M-A\u0308 1"})
    void aPlateThatTheDealerAlreadyHasIsRefusedInEverySpelling(String spelling) {
        add(dealer.id(), "M-\u00c4 1", 2024);

        assertThat(refusal(FleetRefusal.DuplicateRegistrationPlate.class, () -> add(dealer.id(), spelling, 2024)))
                .isEqualTo(new FleetRefusal.DuplicateRegistrationPlate(new RegistrationPlate("M-\u00c4 1")));
    }

    @Test
    void badValuesAreRefusedBeforeADuplicatePlate() {
        add(dealer.id(), "B-AB 123", 2024);

        assertThat(invalidFields(() -> add(dealer.id(), "B-AB 123", 1949))).containsExactly("modelYear");
    }

    private Car add(DealerId dealerId, String registrationPlate, int modelYear) {
        return add(new AddCar.Command(
                dealerId, registrationPlate, "VW", "Golf", modelYear, "COMPACT",
                new MoneyInput(new BigDecimal("49.90"), "EUR")));
    }

    private Car add(AddCar.Command command) {
        return fleet.useCase(AddCar.class).add(command);
    }
}
