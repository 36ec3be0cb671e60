package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.LifeCycle.Row.of;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.CANCELLED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.COMPLETED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.IN_PROGRESS;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.PLANNED;

import dev.fleetbooking.domain.LifeCycle;
import java.util.List;

/** The life of a maintenance window, as the table that everything else reads. */
public final class MaintenanceLifeCycle {

    public static final LifeCycle<MaintenanceStatus, MaintenanceTransition> TABLE = new LifeCycle<>(List.of(
            creating(MaintenanceTransition.PLAN, PLANNED, "nothing occupies the car in the period"),
            of(PLANNED, MaintenanceTransition.START, IN_PROGRESS, "the car is back"),
            of(IN_PROGRESS, MaintenanceTransition.COMPLETION, COMPLETED, ""),
            of(PLANNED, MaintenanceTransition.CANCELLATION, CANCELLED, "")));

    private MaintenanceLifeCycle() {
    }
}
