package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Shows one maintenance window. */
public interface GetMaintenanceWindow {

    /** @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id */
    MaintenanceWindowView get(MaintenanceWindowId id);
}
