package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;
import java.time.Instant;

@UseCase
record ChangeMaintenanceUseCase(
        MaintenanceWindows windows, Bookings bookings, OccupancyRepository occupancies, Clock clock)
        implements ChangeMaintenance {

    @Override
    public MaintenanceWindowView change(Command command) {
        var window = windows.lock(command.id());
        var now = clock.instant();
        command.precondition().verify(MaintenanceWindowView.of(window, now).revision());

        var violations = new Violations();
        var inProgress = window.status() == MaintenanceStatus.IN_PROGRESS;
        var period = MaintenanceWindow.LIMITS.checkChange(
                violations, window.period(), inProgress, command.start(), command.end(), now);
        var reason = violations.check("reason", () -> command.reason().map(Reason::new).orElse(window.reason()));
        violations.refuseIfAny();

        if (period.equals(window.period()) && reason.equals(window.reason())) {
            return MaintenanceWindowView.of(window, now);
        }
        var changed = window.change(period, reason);
        if (!period.equals(window.period())) {
            move(window, changed, now);
        }
        return windows.update(EventType.MAINTENANCE_MOVED, window, changed, now);
    }

    private void move(MaintenanceWindow window, MaintenanceWindow changed, Instant now) {
        var calendar = bookings.settledCalendar(window.carId(), changed.period().start(), now);
        windows.refuseIfOccupied(changed.period(), calendar.without(window.id().value()), now);
        windows.refuseIfRetired(window);
        var useStart = calendar.useStart(window.id().value(), changed.period().start());
        occupancies.replace(window.carId(), changed.occupancy(useStart));
    }
}
