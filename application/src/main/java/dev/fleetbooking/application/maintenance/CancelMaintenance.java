package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Cancels a planned maintenance window and frees its car. */
public interface CancelMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          or {@link CommonRefusal.InvalidTransition}
     */
    MaintenanceWindowView cancel(MaintenanceWindowId id, Precondition precondition);
}
