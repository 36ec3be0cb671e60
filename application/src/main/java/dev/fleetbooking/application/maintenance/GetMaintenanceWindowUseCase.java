package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
class GetMaintenanceWindowUseCase implements GetMaintenanceWindow {

    private final MaintenanceWindowRepository windows;
    private final Clock clock;

    GetMaintenanceWindowUseCase(MaintenanceWindowRepository windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public MaintenanceWindowView get(MaintenanceWindowId id) {
        return windows.find(id)
                .map(window -> MaintenanceWindowView.of(window, clock.instant()))
                .orElseThrow(() -> new Refusal.NotFound("maintenance window", id.value()).asException());
    }
}
