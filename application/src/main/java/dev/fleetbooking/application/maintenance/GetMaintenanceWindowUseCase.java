package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
record GetMaintenanceWindowUseCase(MaintenanceWindowRepository windows, CurrentCaller callers, Clock clock)
        implements GetMaintenanceWindow {

    @Override
    public MaintenanceWindowView get(MaintenanceWindowId id) {
        return windows.find(id)
                .filter(window -> callers.get().knows(window.dealerId()))
                .map(window -> MaintenanceWindowView.of(window, clock.instant()))
                .orElseThrow(() -> new CommonRefusal.NotFound("maintenance window", id.value()).asException());
    }
}
