package dev.fleetbooking.rest.maintenance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceTransition;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A maintenance window.
 *
 * @param id        absent, like createdAt, in the answer to a dry run
 * @param displaced present only if bookings moved, or would move in a dry run
 */
record MaintenanceWindowResponse(
        @JsonIgnore Revision revision,
        Optional<UUID> id,
        UUID carId,
        UUID dealerId,
        MaintenanceStatus status,
        Instant start,
        Instant end,
        String reason,
        Optional<Instant> createdAt,
        List<String> allowedTransitions,
        Optional<Boolean> overdue,
        Optional<List<DisplacementResponse>> displaced) implements Revisioned {

    static MaintenanceWindowResponse of(MaintenanceWindowView view) {
        return of(new PlanMaintenance.Plan(view, List.of()), true);
    }

    static MaintenanceWindowResponse of(PlanMaintenance.Plan plan, boolean created) {
        var view = plan.window();
        var window = view.window();
        return new MaintenanceWindowResponse(
                view.revision(),
                Optional.of(window.id().value()).filter(id -> created),
                window.carId().value(),
                window.dealerId().value(),
                window.status(),
                window.period().start(),
                window.period().end(),
                window.reason().value(),
                Optional.of(window.createdAt()).filter(at -> created),
                window.allowedTransitions().stream().map(MaintenanceTransition::label).toList(),
                Optional.of(view.overdue()).filter(overdue -> overdue),
                Optional.of(plan.displaced().stream().map(DisplacementResponse::of).toList()).filter(moves -> !moves.isEmpty()));
    }

    /** A booking that has moved to another car, or would. */
    record DisplacementResponse(UUID bookingId, UUID fromCarId, UUID toCarId) {

        static DisplacementResponse of(PlanMaintenance.Displacement displacement) {
            var booking = displacement.booking();
            return new DisplacementResponse(booking.id().value(), booking.carId().value(), displacement.to().value());
        }
    }
}
