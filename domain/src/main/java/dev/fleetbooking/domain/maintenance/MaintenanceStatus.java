package dev.fleetbooking.domain.maintenance;

/** Where a maintenance window is in its life, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceStatus {
    /** Ahead; the car is promised to the workshop. */
    PLANNED,
    /** The car is in the workshop. */
    IN_PROGRESS,
    /** The workshop is done. */
    COMPLETED,
    /** Called off. */
    CANCELLED
}
