package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.List;

/** Plans a period in which a car is in the workshop, and moves conflicting bookings to other cars if requested. */
public interface PlanMaintenance {

    /**
     * All or nothing: either the window is planned and every conflicting booking has another car, or nothing has changed.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the car does not exist or a value breaks a rule,
     *                          with {@link FleetRefusal.MaintenanceConflict} if the car is occupied and bookings are not to move,
     *                          with {@link FleetRefusal.DisplacementImpossible} if a conflict may not or cannot move,
     *                          with {@link FleetRefusal.CarRetired} if the car has left the fleet
     */
    Plan plan(Command command);

    /** What is done about conflicting bookings. */
    enum OnConflict {
        /** The window is refused. */
        REJECT,
        /** Each moves to an available car of the same dealer and category, at its old price. */
        DISPLACE
    }

    /**
     * The car, the period and the reason.
     *
     * @param dryRun whether to only return what would happen, and change nothing
     */
    record Command(CarId carId, Instant start, Instant end, String reason, OnConflict onConflict, boolean dryRun) {
    }

    /**
     * The answer.
     *
     * @param displaced by start of the booking
     */
    record Plan(MaintenanceWindowView window, List<Displacement> displaced) {
    }

    /** A booking as it was before it moved, or would in a dry run, and its new car. */
    record Displacement(Booking booking, CarId to) {
    }
}
