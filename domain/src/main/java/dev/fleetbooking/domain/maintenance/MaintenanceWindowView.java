package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.Revision;
import java.time.Instant;

/**
 * A maintenance window as its readers see it at one instant.
 *
 * @param overdue the car should be back from the workshop but is not
 */
public record MaintenanceWindowView(MaintenanceWindow window, boolean overdue) {

    /** The window as it is now. */
    public static MaintenanceWindowView of(MaintenanceWindow window, Instant now) {
        return new MaintenanceWindowView(window, window.isOverdue(now));
    }

    /** Identifies this state: the version, and the fields that depend on the time. */
    public Revision revision() {
        return new Revision(window.version() + (overdue ? "-overdue" : ""));
    }
}
