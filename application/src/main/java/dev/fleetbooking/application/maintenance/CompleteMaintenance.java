package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Notes that the workshop is done, and frees what is left of the time the car was blocked for. */
public interface CompleteMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          or {@link CommonRefusal.InvalidTransition}
     */
    MaintenanceWindowView complete(MaintenanceWindowId id, Precondition precondition);
}
