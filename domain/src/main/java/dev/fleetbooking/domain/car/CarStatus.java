package dev.fleetbooking.domain.car;

/** What a car may be used for. Whether it is rented or in the workshop follows from its occupancies. */
public enum CarStatus {
    /** Can be booked. */
    IN_SERVICE,
    /** Cannot be booked; maintenance may be planned. */
    OUT_OF_SERVICE,
    /** Has left the fleet for good. */
    RETIRED
}
