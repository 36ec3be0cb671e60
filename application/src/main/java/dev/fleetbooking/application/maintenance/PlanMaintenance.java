package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;

/** Plans a period in which a car is in the workshop. */
public interface PlanMaintenance {

    /**
     * @throws RefusedException with {@link Refusal.ValidationFailed} if the car does not exist or a value breaks a rule,
     *                          with {@link Refusal.MaintenanceConflict} if the car is occupied then, with
     *                          {@link Refusal.CarRetired} if it has left the fleet
     */
    MaintenanceWindow plan(Command command);

    /** Which car, when, and why. */
    record Command(CarId carId, Instant start, Instant end, String reason) {
    }
}
