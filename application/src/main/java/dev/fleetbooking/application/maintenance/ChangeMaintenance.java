package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.Optional;

/** Moves a maintenance window to another period of the same car, or corrects its reason. */
public interface ChangeMaintenance {

    /**
     * Returns the window as it is now, with the same version if nothing changed.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses,
     *                          {@link CommonRefusal.ValidationFailed}, {@link CommonRefusal.InvalidTransition} or
     *                          {@link FleetRefusal.MaintenanceConflict}
     */
    MaintenanceWindowView change(Command command);

    /** The changes; absent fields stay unchanged. */
    record Command(
            MaintenanceWindowId id, Precondition precondition, Optional<Instant> start, Optional<Instant> end,
            Optional<String> reason) {
    }
}
