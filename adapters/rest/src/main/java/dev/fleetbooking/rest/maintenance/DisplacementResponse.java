package dev.fleetbooking.rest.maintenance;

import dev.fleetbooking.application.maintenance.PlanMaintenance;
import java.util.UUID;

/** A booking that has moved to another car, or would move in a dry run. */
record DisplacementResponse(UUID bookingId, UUID fromCarId, UUID toCarId) {

    static DisplacementResponse of(PlanMaintenance.Displacement displacement) {
        return new DisplacementResponse(
                displacement.bookingId().value(), displacement.from().value(), displacement.to().value());
    }
}
