package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase
class CancelMaintenanceUseCase implements CancelMaintenance {

    private final MaintenanceWindows windows;
    private final OccupancyRepository occupancies;
    private final Clock clock;

    CancelMaintenanceUseCase(MaintenanceWindows windows, OccupancyRepository occupancies, Clock clock) {
        this.windows = windows;
        this.occupancies = occupancies;
        this.clock = clock;
    }

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
