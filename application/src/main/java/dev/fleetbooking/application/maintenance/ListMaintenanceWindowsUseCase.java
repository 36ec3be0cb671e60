package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase(readOnly = true)
record ListMaintenanceWindowsUseCase(MaintenanceWindowRepository windows, CurrentCaller callers, Clock clock)
        implements ListMaintenanceWindows {

    @Override
    public Page<MaintenanceWindowView> list(CalendarFilter<MaintenanceStatus> filter, PageRequest<MaintenanceWindowId> page) {
        filter.refuseUnlessInOrder();
        var now = clock.instant();
        var found = windows.list(filter, callers.get(), page);
        return found.withItems(found.items().stream().map(window -> MaintenanceWindowView.of(window, now)).toList());
    }
}
