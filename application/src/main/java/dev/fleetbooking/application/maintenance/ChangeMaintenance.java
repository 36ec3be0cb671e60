package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.Optional;

/** Moves a maintenance window to another period of the same car, or corrects its reason. */
public interface ChangeMaintenance {

    /**
     * Returns the window as it is now, with the same version if nothing changed.
     *
     * @throws RefusedException with {@link Refusal.NotFound}, what the precondition refuses,
     *                          {@link Refusal.ValidationFailed}, {@link Refusal.InvalidTransition} or
     *                          {@link Refusal.MaintenanceConflict}
     */
    MaintenanceWindowView change(Command command);

    /** What changes; the absent stays. */
    record Command(
            MaintenanceWindowId id, Precondition precondition, Optional<Instant> start, Optional<Instant> end,
            Optional<String> reason) {
    }
}
