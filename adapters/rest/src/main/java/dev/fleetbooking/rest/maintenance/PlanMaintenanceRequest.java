package dev.fleetbooking.rest.maintenance;

import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.car.CarId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which car goes to the workshop, when, and why. */
record PlanMaintenanceRequest(
        @NotNull UUID carId,
        @NotNull Instant start,
        @NotNull Instant end,
        @NotNull String reason,
        Optional<OnConflict> onConflict,
        Optional<Boolean> dryRun) {

    PlanMaintenance.Command toCommand() {
        return new PlanMaintenance.Command(
                new CarId(carId), start, end, reason, onConflict.orElse(OnConflict.REJECT).toCommand(), dryRun.orElse(false));
    }
}
