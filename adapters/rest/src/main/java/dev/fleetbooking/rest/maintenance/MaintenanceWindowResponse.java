package dev.fleetbooking.rest.maintenance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceTransition;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.rest.edge.Revisioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A maintenance window. */
record MaintenanceWindowResponse(
        @JsonIgnore Revision revision,
        UUID id,
        UUID carId,
        UUID dealerId,
        MaintenanceStatus status,
        Instant start,
        Instant end,
        String reason,
        Instant createdAt,
        List<String> allowedTransitions) implements Revisioned {

    static MaintenanceWindowResponse of(MaintenanceWindow window) {
        return new MaintenanceWindowResponse(
                window.revision(),
                window.id().value(),
                window.carId().value(),
                window.dealerId().value(),
                window.status(),
                window.period().start(),
                window.period().end(),
                window.reason().value(),
                window.createdAt(),
                window.allowedTransitions().stream().map(MaintenanceTransition::label).toList());
    }
}
