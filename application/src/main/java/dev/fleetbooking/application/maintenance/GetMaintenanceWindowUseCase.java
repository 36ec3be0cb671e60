package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
record GetMaintenanceWindowUseCase(MaintenanceWindowRepository windows, CurrentCaller callers, Clock clock)
        implements GetMaintenanceWindow {

    @Override
    public MaintenanceWindowView get(MaintenanceWindowId id) {
        var window = callers.known(windows.find(id), MaintenanceWindow::dealerId, "maintenance window", id.value());
        return MaintenanceWindowView.of(window, clock.instant());
    }
}
