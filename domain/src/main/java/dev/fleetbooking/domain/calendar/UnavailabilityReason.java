package dev.fleetbooking.domain.calendar;

/** Why a car is not available for a period, in the order in which reasons are given. */
public enum UnavailabilityReason {
    /** The car is out of service or retired. */
    NOT_IN_SERVICE,
    /** A booking or window before it is late and may reach into the period. */
    OVERDUE,
    /** The period meets a booking. */
    BOOKED,
    /** The period meets a hold. */
    HELD,
    /** The period meets a maintenance window. */
    MAINTENANCE,
    /** Only a turnaround, before or after, conflicts. */
    TURNAROUND
}
