package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Notes that the workshop is done, and frees what is left of the time the car was blocked for. */
public interface CompleteMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          or {@link Refusal.InvalidTransition}
     */
    MaintenanceWindowView complete(Command command);

    /** Which window. */
    record Command(MaintenanceWindowId id, Precondition precondition) {
    }
}
