package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;

/** Lists maintenance windows by id. */
public interface ListMaintenanceWindows {

    /**
     * One page of the maintenance windows that pass the filter.
     *
     * @throws RefusedException with {@link Refusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<MaintenanceWindow> list(MaintenanceWindowRepository.Filter filter, PageRequest<MaintenanceWindowId> page);
}
