package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
record ListMaintenanceWindowsUseCase(MaintenanceWindowRepository windows, CurrentCaller callers, Clock clock)
        implements ListMaintenanceWindows {

    @Override
    public Page<MaintenanceWindowView> list(Filter filter, PageRequest<MaintenanceWindowId> page) {
        var violations = new Violations();
        violations.requireOrder("from", filter.from(), "to", filter.to());
        violations.refuseIfAny();

        var now = clock.instant();
        var found = windows.list(filter, callers.get(), page);
        return found.withItems(found.items().stream().map(window -> MaintenanceWindowView.of(window, now)).toList());
    }
}
