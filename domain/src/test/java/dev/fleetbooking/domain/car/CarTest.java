package dev.fleetbooking.domain.car;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.car;
import static dev.fleetbooking.domain.Fixtures.inUse;
import static dev.fleetbooking.domain.Fixtures.occupancy;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.money;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CarTest {

    private static final Occupancy BOOKING = occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 0);
    private static final Occupancy HOLD = occupancy(Occupancy.Kind.HOLD, period("13:00", "14:00"), 0);
    private static final Occupancy MAINTENANCE = occupancy(Occupancy.Kind.MAINTENANCE, period("15:00", "16:00"), 0);

    @Test
    void aCarThatJoinsTheFleetIsInService() {
        var added = Car.add(
                CAR.id(), CAR.dealerId(), CAR.registrationPlate(), CAR.make(), CAR.model(), CAR.modelYear(), CAR.category(),
                CAR.dailyPrice());
        assertThat(added).isEqualTo(car(CarStatus.IN_SERVICE));
        assertThat(added.version()).isZero();
    }

    @Test
    void onlyThePriceChanges() {
        var changed = CAR.withDailyPrice(money("59.90", "EUR"));
        assertThat(changed.dailyPrice()).isEqualTo(money("59.90", "EUR"));
        assertThat(changed.withDailyPrice(CAR.dailyPrice())).isEqualTo(CAR);
    }

    @Test
    void onlyTheCategoryChanges() {
        var changed = CAR.withCategory(new Category("SUV"));
        assertThat(changed.category()).isEqualTo(new Category("SUV"));
        assertThat(changed.withCategory(CAR.category())).isEqualTo(CAR);
    }

    @ParameterizedTest
    @CsvSource({
        "IN_SERVICE, OUT_OF_SERVICE",
        "OUT_OF_SERVICE, IN_SERVICE",
        "IN_SERVICE, RETIRED",
        "OUT_OF_SERVICE, RETIRED"
    })
    void aCarThatNothingOccupiesChangesItsStatus(CarStatus from, CarStatus to) {
        assertThat(car(from).withStatus(to, List.of(), NOW)).isEqualTo(car(to));
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_SERVICE", "OUT_OF_SERVICE"})
    void aRetiredCarStaysRetired(CarStatus to) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> car(CarStatus.RETIRED).withStatus(to, List.of(), NOW))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FleetRefusal.CarRetired());
    }

    @ParameterizedTest
    @EnumSource
    void settingTheCurrentStatusChangesNothing(CarStatus status) {
        assertThat(car(status).withStatus(status, List.of(BOOKING, MAINTENANCE), NOW)).isEqualTo(car(status));
    }

    @Test
    void aCarWithBookingsOrHoldsStaysInService() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CAR.withStatus(CarStatus.OUT_OF_SERVICE, List.of(BOOKING, HOLD, MAINTENANCE), NOW))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FleetRefusal.CarHasOccupancies(List.of(BOOKING, HOLD)));
    }

    @Test
    void aTurnaroundPreventsRetiringACarButNotTakingItOutOfService() {
        var cleaning = occupancy(Occupancy.Kind.BOOKING, period("10:00", "12:00"), 30);
        var given = at("12:00").minusSeconds(30);

        assertThat(CAR.withStatus(CarStatus.OUT_OF_SERVICE, List.of(cleaning), given).status())
                .isEqualTo(CarStatus.OUT_OF_SERVICE);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CAR.withStatus(CarStatus.RETIRED, List.of(cleaning), given));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CAR.withStatus(CarStatus.OUT_OF_SERVICE, List.of(inUse(cleaning)), given));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CAR.withStatus(CarStatus.OUT_OF_SERVICE, List.of(cleaning), at("11:59")));
    }

    @Test
    void aCarWithMaintenanceCanBeTakenOutOfService() {
        assertThat(CAR.withStatus(CarStatus.OUT_OF_SERVICE, List.of(MAINTENANCE), NOW).status())
                .isEqualTo(CarStatus.OUT_OF_SERVICE);
    }

    @Test
    void anOccupiedCarCannotRetire() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> car(CarStatus.OUT_OF_SERVICE).withStatus(CarStatus.RETIRED, List.of(MAINTENANCE), NOW))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FleetRefusal.CarHasOccupancies(List.of(MAINTENANCE)));
    }

    @Test
    void aCarCanReturnToServiceWhateverOccupiesIt() {
        assertThat(car(CarStatus.OUT_OF_SERVICE).withStatus(CarStatus.IN_SERVICE, List.of(BOOKING, MAINTENANCE), NOW).status())
                .isEqualTo(CarStatus.IN_SERVICE);
    }

    @Test
    void theRevisionIsTheVersion() {
        assertThat(CAR.revision()).isEqualTo(new Revision("0"));
    }
}
