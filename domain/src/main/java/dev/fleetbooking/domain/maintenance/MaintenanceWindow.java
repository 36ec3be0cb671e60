package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A period in which one car is in the workshop.
 *
 * @param reason  what is done there
 * @param version how often the window was changed
 */
public record MaintenanceWindow(
        MaintenanceWindowId id,
        CarId carId,
        DealerId dealerId,
        Period period,
        Reason reason,
        MaintenanceStatus status,
        Instant createdAt,
        long version) {

    /** What its period may be. The latest end is the last minute that RFC 3339 can write. */
    public static final PeriodLimits LIMITS = new PeriodLimits(
            Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1), Instant.parse("9999-12-31T23:59:00Z"));

    /** A new window. */
    public static MaintenanceWindow plan(MaintenanceWindowId id, Car car, Period period, Reason reason, Instant now) {
        return new MaintenanceWindow(id, car.id(), car.dealerId(), period, reason, MaintenanceStatus.PLANNED, now, 0);
    }

    /** What blocks the car for this window while it is live, from the start of its use on; no turnaround follows. */
    public Occupancy occupancy(Instant useStart) {
        return new Occupancy(
                Occupancy.Kind.MAINTENANCE, id.value(), new Period(useStart, period.end()), period.end(), Optional.empty(),
                status == MaintenanceStatus.IN_PROGRESS);
    }

    /** What blocks the car for this window as it was planned. */
    public Occupancy occupancy() {
        return occupancy(period.start());
    }

    /** Whether the car should be back but is not. */
    public boolean isOverdue(Instant now) {
        return status == MaintenanceStatus.IN_PROGRESS && now.isAfter(period.end());
    }

    /** The window for another period or with another reason, as long as it is not over. */
    public MaintenanceWindow change(Period newPeriod, Reason newReason) {
        next(MaintenanceTransition.RESCHEDULE);
        return new MaintenanceWindow(id, carId, dealerId, newPeriod, newReason, status, createdAt, version);
    }

    /** The window in progress; unchanged if it already is. */
    public MaintenanceWindow start() {
        return to(MaintenanceTransition.START);
    }

    /** The completed window; unchanged if it is already completed. */
    public MaintenanceWindow complete() {
        return to(MaintenanceTransition.COMPLETION);
    }

    /**
     * The cancelled window; unchanged if it is already cancelled.
     *
     * @throws RefusedException with {@link CommonRefusal.InvalidTransition} once the work has begun
     */
    public MaintenanceWindow cancel() {
        return to(MaintenanceTransition.CANCELLATION);
    }

    /** The transitions that a caller may ask for now. */
    public List<MaintenanceTransition> allowedTransitions() {
        return MaintenanceLifeCycle.TABLE.allowedFrom(status);
    }

    private MaintenanceWindow to(MaintenanceTransition transition) {
        return MaintenanceLifeCycle.TABLE.isDone(status, transition)
                ? this
                : new MaintenanceWindow(id, carId, dealerId, period, reason, next(transition), createdAt, version);
    }

    private MaintenanceStatus next(MaintenanceTransition transition) {
        return MaintenanceLifeCycle.TABLE.next(status, transition);
    }
}
