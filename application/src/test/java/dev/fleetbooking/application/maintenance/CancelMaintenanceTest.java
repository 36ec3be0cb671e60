package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.TestTime.hour;
import static dev.fleetbooking.application.TestTime.hours;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelMaintenanceTest {

    private static final MaintenanceWindowId UNKNOWN = new MaintenanceWindowId(new UUID(0, 0));
    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Car car = fleet.car(fleet.dealer());
    private final MaintenanceWindow window = fleet.plan(car, hours(24, 48));

    @Test
    void aCancelledWindowFreesItsCar() {
        var cancelled = cancel(Precondition.NONE);

        assertThat(cancelled).isEqualTo(new MaintenanceWindow(
                window.id(), window.carId(), window.dealerId(), window.period(), window.reason(),
                MaintenanceStatus.CANCELLED, window.createdAt(), 1));
        assertThat(found()).isEqualTo(cancelled);
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void cancellingAgainChangesNothing() {
        var cancelled = cancel(Precondition.NONE);
        var booking = fleet.book(car, hours(24, 48));

        assertThat(cancel(Precondition.NONE)).isEqualTo(cancelled);
        assertThat(found()).isEqualTo(cancelled);
        assertThat(fleet.occupancies(car)).containsExactly(booking.occupancy());
    }

    @Test
    void thePreconditionMayBeTheCurrentRevision() {
        var precondition = Precondition.oneOf(Set.of(fleet.view(window).revision()));

        assertThat(cancel(precondition).status()).isEqualTo(MaintenanceStatus.CANCELLED);
        refusal(CommonRefusal.RevisionMismatch.class, () -> cancel(precondition));
    }

    @Test
    void anUnknownWindowIsRefusedBeforeAnythingElse() {
        var command = new CancelMaintenance.Command(UNKNOWN, OUTDATED);

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(CancelMaintenance.class).cancel(command)))
                .isEqualTo(new CommonRefusal.NotFound("maintenance window", UNKNOWN.value()));
    }

    @Test
    void anotherRevisionIsRefusedBeforeTheStatus() {
        fleet.complete(fleet.start(window));

        refusal(CommonRefusal.RevisionMismatch.class, () -> cancel(OUTDATED));
    }

    @Test
    void aWindowCannotBeCancelledOnceTheWorkHasBegun() {
        fleet.setTime(hour(24));
        var inProgress = fleet.start(window);

        assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> cancel(Precondition.NONE)))
                .isEqualTo(new CommonRefusal.InvalidTransition("IN_PROGRESS", "cancellation", List.of("completion")));
        assertThat(found()).isEqualTo(inProgress);
        assertThat(fleet.occupancies(car)).containsExactly(inProgress.occupancy());
    }

    @Test
    void aCompletedWindowCannotBeCancelled() {
        fleet.complete(fleet.start(window));

        assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> cancel(Precondition.NONE)))
                .isEqualTo(new CommonRefusal.InvalidTransition("COMPLETED", "cancellation", List.of()));
    }

    private MaintenanceWindow cancel(Precondition precondition) {
        return fleet.useCase(CancelMaintenance.class).cancel(new CancelMaintenance.Command(window.id(), precondition)).window();
    }

    private MaintenanceWindow found() {
        return fleet.view(window).window();
    }
}
