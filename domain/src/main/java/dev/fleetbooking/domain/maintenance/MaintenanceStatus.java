package dev.fleetbooking.domain.maintenance;

/** The status of a maintenance window, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceStatus {
    /** Planned; the car is reserved for the workshop. */
    PLANNED,
    /** The car is in the workshop. */
    IN_PROGRESS,
    /** The work is done. */
    COMPLETED,
    /** Cancelled before the work began. */
    CANCELLED
}
