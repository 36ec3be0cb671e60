package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Calls a planned maintenance window off and frees its car. */
public interface CancelMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          or {@link Refusal.InvalidTransition}
     */
    MaintenanceWindowView cancel(Command command);

    /** Which window. */
    record Command(MaintenanceWindowId id, Precondition precondition) {
    }
}
