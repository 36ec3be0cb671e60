package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Lists maintenance windows by id. */
public interface ListMaintenanceWindows {

    /**
     * One page of the maintenance windows that pass the filter.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<MaintenanceWindowView> list(CalendarFilter<MaintenanceStatus> filter, PageRequest<MaintenanceWindowId> page);
}
