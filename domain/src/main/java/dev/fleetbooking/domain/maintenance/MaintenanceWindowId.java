package dev.fleetbooking.domain.maintenance;

import java.util.UUID;

/** Identifies a maintenance window. */
public record MaintenanceWindowId(UUID value) {
}
