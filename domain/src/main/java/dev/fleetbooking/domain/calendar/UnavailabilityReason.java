package dev.fleetbooking.domain.calendar;

/** Why a car is not available for a period, in the order in which reasons are given. */
public enum UnavailabilityReason {
    /** The car is out of service or retired. */
    NOT_IN_SERVICE,
    /** An earlier booking or window is overdue and may reach into the period. */
    OVERDUE,
    /** The period overlaps a booking. */
    BOOKED,
    /** The period overlaps a hold. */
    HELD,
    /** The period overlaps a maintenance window. */
    MAINTENANCE,
    /** Only a turnaround, before or after, conflicts. */
    TURNAROUND
}
