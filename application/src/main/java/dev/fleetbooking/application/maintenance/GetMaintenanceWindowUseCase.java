package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;

@UseCase(readOnly = true)
class GetMaintenanceWindowUseCase implements GetMaintenanceWindow {

    private final MaintenanceWindowRepository windows;

    GetMaintenanceWindowUseCase(MaintenanceWindowRepository windows) {
        this.windows = windows;
    }

    @Override
    public MaintenanceWindow get(MaintenanceWindowId id) {
        return windows.find(id).orElseThrow(() -> new Refusal.NotFound("maintenance window", id.value()).asException());
    }
}
