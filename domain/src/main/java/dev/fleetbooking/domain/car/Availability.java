package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.kit.time.Period;
import java.util.EnumSet;
import java.util.List;

/**
 * Whether a car is available for a period, and why not: the one definition that search, quotes and writes share.
 *
 * @param reasons   why not, in the order of the enum; empty if the car is available
 * @param conflicts the conflicting calendar entries, by start
 */
public record Availability(List<UnavailabilityReason> reasons, List<CalendarEntry> conflicts) {

    /**
     * The availability of a car.
     *
     * @param calendar   all that blocks the car in the period and the turnaround after it
     * @param turnaround the turnaround that would follow the period
     */
    public static Availability of(Car car, CarCalendar calendar, Period period, Turnaround turnaround) {
        var reasons = EnumSet.noneOf(UnavailabilityReason.class);
        if (car.status() != CarStatus.IN_SERVICE) {
            reasons.add(UnavailabilityReason.NOT_IN_SERVICE);
        }
        reasons.addAll(calendar.reasons(period, turnaround));
        return new Availability(List.copyOf(reasons), calendar.conflicts(period, turnaround));
    }

    /** Whether there is no reason against it. */
    public boolean isAvailable() {
        return reasons.isEmpty();
    }
}
