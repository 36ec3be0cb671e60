package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;

/** Records that the work has begun. Before the start of the window it claims the car from now on. */
public interface StartMaintenance {

    /**
     * Returns the window as it is now, unchanged if that was done before.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.InvalidTransition}, {@link FleetRefusal.CarNotReturned} or
     *                          {@link FleetRefusal.CarUnavailable}
     */
    MaintenanceWindowView start(MaintenanceWindowId id, Precondition precondition);
}
