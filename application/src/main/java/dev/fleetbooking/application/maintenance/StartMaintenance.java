package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Notes that the workshop has the car. Before the start of the window it claims the car from now on. */
public interface StartMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.InvalidTransition}, {@link Refusal.CarNotReturned} or
     *                          {@link Refusal.CarUnavailable}
     */
    MaintenanceWindowView start(Command command);

    /** Which window. */
    record Command(MaintenanceWindowId id, Precondition precondition) {
    }
}
