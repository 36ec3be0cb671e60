package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.NOW;
import static dev.fleetbooking.domain.Fixtures.car;
import static dev.fleetbooking.domain.Fixtures.period;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static dev.fleetbooking.domain.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.text.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaintenanceWindowTest {

    private static MaintenanceWindow plan(CarStatus status) {
        return MaintenanceWindow.plan(
                new MaintenanceWindowId(uuid(4)), car(status), period("10:00", "12:00"), new Reason("brakes"), NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_SERVICE", "OUT_OF_SERVICE"})
    void maintenanceIsPlannedForACarOfTheFleet(CarStatus status) {
        var window = plan(status);
        assertThat(window.status()).isEqualTo(MaintenanceStatus.PLANNED);
        assertThat(window.carId()).isEqualTo(CAR.id());
        assertThat(window.dealerId()).isEqualTo(CAR.dealerId());
        assertThat(window.createdAt()).isEqualTo(NOW);
        assertThat(window.version()).isZero();
    }

    @Test
    void nothingIsPlannedForARetiredCar() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(CarStatus.RETIRED))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.CarRetired());
    }

    @Test
    void noTurnaroundFollowsMaintenance() {
        assertThat(plan(CarStatus.IN_SERVICE).occupancy()).isEqualTo(
                Occupancy.of(Occupancy.Kind.MAINTENANCE, uuid(4), period("10:00", "12:00"), Turnaround.NONE));
    }

    @Test
    void aPlannedWindowIsCancelledAndNothingElseChanges() {
        assertThat(window(MaintenanceStatus.PLANNED).cancel()).isEqualTo(window(MaintenanceStatus.CANCELLED));
    }

    @Test
    void cancellingAgainChangesNothing() {
        var cancelled = window(MaintenanceStatus.CANCELLED);
        assertThat(cancelled.cancel()).isSameAs(cancelled);
    }

    @Test
    void aWindowInProgressIsNotCancelled() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> window(MaintenanceStatus.IN_PROGRESS).cancel())
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.InvalidTransition("IN_PROGRESS", "cancellation", List.of("completion")));
    }

    @Test
    void aCompletedWindowIsNotCancelled() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> window(MaintenanceStatus.COMPLETED).cancel())
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.InvalidTransition("COMPLETED", "cancellation", List.of()));
    }

    @Test
    void theTransitionsOfferedFollowFromTheStatus() {
        assertThat(window(MaintenanceStatus.PLANNED).allowedTransitions())
                .containsExactly(MaintenanceTransition.START, MaintenanceTransition.CANCELLATION);
    }

    @Test
    void theRevisionIsTheVersion() {
        assertThat(window(MaintenanceStatus.PLANNED).revision()).isEqualTo(new Revision("7"));
    }
}
