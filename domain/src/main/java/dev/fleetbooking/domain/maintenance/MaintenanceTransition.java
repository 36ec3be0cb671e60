package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.LifeCycle;

/** The transitions of a maintenance window, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceTransition implements LifeCycle.Transition {
    PLAN,
    START,
    COMPLETION,
    CANCELLATION,
    RESCHEDULE
}
