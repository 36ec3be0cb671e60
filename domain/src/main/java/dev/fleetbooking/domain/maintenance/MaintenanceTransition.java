package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.LifeCycle;

/** The transitions of a maintenance window, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceTransition implements LifeCycle.Transition {
    PLAN(false),
    START(true),
    COMPLETION(true),
    CANCELLATION(true),
    RESCHEDULE(false);

    private final boolean requestable;

    MaintenanceTransition(boolean requestable) {
        this.requestable = requestable;
    }

    @Override
    public boolean requestable() {
        return requestable;
    }
}
