package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.kit.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.of;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.unrequested;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.CANCELLED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.COMPLETED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.IN_PROGRESS;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.PLANNED;

import dev.fleetbooking.domain.kit.LifeCycle;
import java.util.List;

/** The life cycle of a maintenance window, as the table that all other code uses. */
public final class MaintenanceLifeCycle {

    public static final LifeCycle<MaintenanceStatus, MaintenanceTransition> TABLE = new LifeCycle<>(List.of(
            creating(MaintenanceTransition.PLAN, PLANNED),
            of(PLANNED, MaintenanceTransition.START, IN_PROGRESS),
            of(IN_PROGRESS, MaintenanceTransition.COMPLETION, COMPLETED),
            of(PLANNED, MaintenanceTransition.CANCELLATION, CANCELLED),
            unrequested(PLANNED, MaintenanceTransition.RESCHEDULE, PLANNED),
            unrequested(IN_PROGRESS, MaintenanceTransition.RESCHEDULE, IN_PROGRESS)));

    private MaintenanceLifeCycle() {
    }
}
