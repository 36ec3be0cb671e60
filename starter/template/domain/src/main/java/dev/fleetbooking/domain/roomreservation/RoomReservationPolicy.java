package dev.fleetbooking.domain.roomreservation;

import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;

/** Which periods can be asked for. */
public final class RoomReservationPolicy {

    public static final Duration MINIMUM = Duration.ofMinutes(15);
    public static final Duration MAXIMUM = Duration.ofDays(30);

    /** How far ahead a period may end. */
    public static final Duration HORIZON = Duration.ofDays(365);

    /** How long ago a period may have begun, for customers who are already there. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private RoomReservationPolicy() {
    }

    /** The limits of a period that is asked for now. */
    public static PeriodLimits limits(Instant now) {
        return new PeriodLimits(MINIMUM, MAXIMUM, TOLERANCE, now.plus(HORIZON));
    }
}
