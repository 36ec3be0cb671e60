package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.kit.LifeCycle;

/** What moves a maintenance window through its life, see {@link MaintenanceLifeCycle}. */
public enum MaintenanceTransition implements LifeCycle.Transition {
    PLAN("plan", false),
    START("start", true),
    COMPLETION("completion", true),
    CANCELLATION("cancellation", true),
    RESCHEDULE("reschedule", false);

    private final String label;
    private final boolean requestable;

    MaintenanceTransition(String label, boolean requestable) {
        this.label = label;
        this.requestable = requestable;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean requestable() {
        return requestable;
    }
}
