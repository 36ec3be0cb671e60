package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;

@UseCase(readOnly = true)
class ListMaintenanceWindowsUseCase implements ListMaintenanceWindows {

    private final MaintenanceWindowRepository windows;

    ListMaintenanceWindowsUseCase(MaintenanceWindowRepository windows) {
        this.windows = windows;
    }

    @Override
    public Page<MaintenanceWindow> list(MaintenanceWindowRepository.Filter filter, PageRequest<MaintenanceWindowId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();
        return windows.list(filter, page);
    }
}
