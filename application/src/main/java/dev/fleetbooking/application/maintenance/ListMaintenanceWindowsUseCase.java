package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
class ListMaintenanceWindowsUseCase implements ListMaintenanceWindows {

    private final MaintenanceWindowRepository windows;
    private final Clock clock;

    ListMaintenanceWindowsUseCase(MaintenanceWindowRepository windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public Page<MaintenanceWindowView> list(Filter filter, PageRequest<MaintenanceWindowId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();

        var now = clock.instant();
        var found = windows.list(filter, page);
        return found.withItems(found.items().stream().map(window -> MaintenanceWindowView.of(window, now)).toList());
    }
}
