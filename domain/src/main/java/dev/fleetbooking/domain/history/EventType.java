package dev.fleetbooking.domain.history;

/** What can happen to a booking, a window or a car. */
public enum EventType {
    BOOKING_MADE("BookingMade"),
    BOOKING_HELD("BookingHeld"),
    BOOKING_CONFIRMED("BookingConfirmed"),
    BOOKING_EXPIRED("BookingExpired"),
    BOOKING_CANCELLED("BookingCancelled"),
    BOOKING_RESCHEDULED("BookingRescheduled"),
    BOOKING_DISPLACED("BookingDisplaced"),
    BOOKING_CORRECTED("BookingCorrected"),
    CAR_HANDED_OVER("CarHandedOver"),
    CAR_RETURNED("CarReturned"),
    BOOKING_NO_SHOW("BookingNoShow"),
    MAINTENANCE_PLANNED("MaintenancePlanned"),
    MAINTENANCE_MOVED("MaintenanceMoved"),
    MAINTENANCE_STARTED("MaintenanceStarted"),
    MAINTENANCE_COMPLETED("MaintenanceCompleted"),
    MAINTENANCE_CANCELLED("MaintenanceCancelled"),
    CAR_ADDED("CarAdded"),
    CAR_CHANGED("CarChanged");

    private final String label;

    EventType(String label) {
        this.label = label;
    }

    /** The name in the API. */
    public String label() {
        return label;
    }
}
