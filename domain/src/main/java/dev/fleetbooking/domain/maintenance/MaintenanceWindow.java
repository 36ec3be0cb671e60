package dev.fleetbooking.domain.maintenance;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.text.Reason;
import java.time.Instant;
import java.util.List;

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

    /**
     * A new window.
     *
     * @throws RefusedException with {@link Refusal.CarRetired} if the car has left the fleet
     */
    public static MaintenanceWindow plan(MaintenanceWindowId id, Car car, Period period, Reason reason, Instant now) {
        if (car.status() == CarStatus.RETIRED) {
            throw new Refusal.CarRetired().asException();
        }
        return new MaintenanceWindow(
                id, car.id(), car.dealerId(), period, reason, MaintenanceStatus.PLANNED, now, 0);
    }

    /** What blocks the car for this window; no turnaround follows maintenance. */
    public Occupancy occupancy() {
        return Occupancy.of(Occupancy.Kind.MAINTENANCE, id.value(), period, Turnaround.NONE);
    }

    /**
     * The window called off; unchanged if it was already.
     *
     * @throws RefusedException with {@link Refusal.InvalidTransition} once the work has begun
     */
    public MaintenanceWindow cancel() {
        if (MaintenanceLifeCycle.TABLE.isDone(status, MaintenanceTransition.CANCELLATION)) {
            return this;
        }
        var next = MaintenanceLifeCycle.TABLE.next(status, MaintenanceTransition.CANCELLATION);
        return new MaintenanceWindow(id, carId, dealerId, period, reason, next, createdAt, version);
    }

    /** The transitions that a caller may ask for now. */
    public List<MaintenanceTransition> allowedTransitions() {
        return MaintenanceLifeCycle.TABLE.allowedFrom(status);
    }

    /** Names this state. */
    public Revision revision() {
        return new Revision(Long.toString(version));
    }
}
