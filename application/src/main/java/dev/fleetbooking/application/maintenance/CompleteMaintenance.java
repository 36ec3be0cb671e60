package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Records that the work is done, and frees the car for the rest of the time for which it was blocked. */
public interface CompleteMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          or {@link CommonRefusal.InvalidTransition}
     */
    MaintenanceWindowView complete(MaintenanceWindowId id, Precondition precondition);
}
