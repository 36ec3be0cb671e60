package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.LifeCycle;

/** What moves a maintenance window through its life, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceTransition implements LifeCycle.Transition {
    PLAN,
    START,
    COMPLETION,
    CANCELLATION,
    RESCHEDULE
}
