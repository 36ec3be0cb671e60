package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase
record CancelMaintenanceUseCase(
        MaintenanceWindows windows, OccupancyRepository occupancies, Clock clock)
        implements CancelMaintenance {

    @Override
    public MaintenanceWindowView cancel(Command command) {
        var window = windows.lock(command.id());
        var now = clock.instant();
        windows.verify(window, command.precondition(), now);
        var cancelled = window.cancel();
        if (cancelled.equals(window)) {
            return MaintenanceWindowView.of(window, now);
        }
        occupancies.release(window.id().value());
        return windows.update(EventType.MAINTENANCE_CANCELLED, window, cancelled, now);
    }
}
