package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.kit.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.of;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.CANCELLED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.COMPLETED;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.IN_PROGRESS;
import static dev.fleetbooking.domain.maintenance.MaintenanceStatus.PLANNED;

import dev.fleetbooking.domain.kit.LifeCycle;
import java.util.List;

/** The life cycle of a maintenance window, as the table that all other code uses. */
public final class MaintenanceLifeCycle {

    private static final String NEW_PERIOD_FREE =
            "nothing else occupies the car in the new period; once IN_PROGRESS the start is fixed; "
                    + "a changed start obeys the start limits, the end lies after now";

    public static final LifeCycle<MaintenanceStatus, MaintenanceTransition> TABLE = new LifeCycle<>(List.of(
            creating(MaintenanceTransition.PLAN, PLANNED, "nothing occupies the car in the period"),
            of(PLANNED, MaintenanceTransition.START, IN_PROGRESS,
                    "the car is back; nothing else occupies it from now until the start"),
            of(IN_PROGRESS, MaintenanceTransition.COMPLETION, COMPLETED, ""),
            of(PLANNED, MaintenanceTransition.CANCELLATION, CANCELLED, ""),
            of(PLANNED, MaintenanceTransition.RESCHEDULE, PLANNED, NEW_PERIOD_FREE),
            of(IN_PROGRESS, MaintenanceTransition.RESCHEDULE, IN_PROGRESS, NEW_PERIOD_FREE)));

    private MaintenanceLifeCycle() {
    }
}
