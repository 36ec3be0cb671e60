package dev.fleetbooking.rest.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.time.Instant;
import java.util.Optional;

/** The changes of a maintenance window; absent fields stay unchanged. */
record ChangeMaintenanceRequest(
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<String> reason) {

    ChangeMaintenance.Command toCommand(MaintenanceWindowId id, Precondition precondition) {
        return new ChangeMaintenance.Command(id, precondition, start, end, reason);
    }
}
