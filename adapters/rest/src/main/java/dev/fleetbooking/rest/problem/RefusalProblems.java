package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.problem.ProblemMembers.NONE;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The problem that each refusal of the domain becomes. */
final class RefusalProblems {

    private RefusalProblems() {
    }

    static Problem of(HttpServletRequest request, Refusal refusal) {
        return switch (refusal) {
            case CommonRefusal common -> of(request, common);
            // The only family of its own that this service has.
            case ServiceRefusal own -> of(request, (FleetRefusal) own);
        };
    }

    private static Problem of(HttpServletRequest request, CommonRefusal refusal) {
        return switch (refusal) {
            case CommonRefusal.ValidationFailed(var violations) -> Problem.of(
                    request, ProblemType.VALIDATION_FAILED, ProblemMembers.Errors.of(violations));
            case CommonRefusal.NotFound(var what, var id) -> Problem.of(
                    request, ProblemType.NOT_FOUND, NONE, "There is no %s %s.".formatted(what, id));
            case CommonRefusal.RevisionRequired _ -> Problem.of(request, ProblemType.PRECONDITION_REQUIRED, NONE);
            case CommonRefusal.RevisionMismatch _ -> Problem.of(request, ProblemType.PRECONDITION_FAILED, NONE);
            case CommonRefusal.InvalidTransition invalid -> Problem.of(
                    request, ProblemType.INVALID_TRANSITION, ProblemMembers.InvalidTransition.of(invalid),
                    "%s is not possible from %s.".formatted(invalid.requested(), invalid.currentStatus()));
            case CommonRefusal.TooEarly(var requested, var earliest) -> Problem.of(
                    request, ProblemType.TOO_EARLY, new ProblemMembers.TooEarly(requested, earliest));
            case CommonRefusal.TooLate(var requested, var latest) -> Problem.of(
                    request, ProblemType.TOO_LATE, new ProblemMembers.TooLate(requested, latest));
        };
    }

    private static Problem of(HttpServletRequest request, FleetRefusal refusal) {
        return switch (refusal) {
            case FleetRefusal.CarNotReturned _ -> Problem.of(request, ProblemType.CAR_NOT_RETURNED, NONE);
            case FleetRefusal.CarUnavailable unavailable -> Problem.of(
                    request, ProblemType.CAR_UNAVAILABLE, ProblemMembers.CarUnavailable.of(unavailable));
            case FleetRefusal.MaintenanceConflict conflict -> Problem.of(
                    request, ProblemType.MAINTENANCE_CONFLICT,
                    ProblemMembers.MaintenanceConflict.of(conflict, Optional.empty()));
            case FleetRefusal.DisplacementImpossible(var conflict, var undisplaced) -> Problem.of(
                    request, ProblemType.MAINTENANCE_CONFLICT,
                    ProblemMembers.MaintenanceConflict.of(conflict, Optional.of(undisplaced)),
                    "Not everything in the way can move to another car, so nothing has; undisplaced says what stays and why.");
            case FleetRefusal.CarHasOccupancies occupied -> Problem.of(
                    request, ProblemType.CAR_HAS_OCCUPANCIES, ProblemMembers.CarHasOccupancies.of(occupied));
            case FleetRefusal.CarRetired _ -> Problem.of(request, ProblemType.CAR_RETIRED, NONE);
            case FleetRefusal.PriceChanged(var quote) -> Problem.of(
                    request, ProblemType.PRICE_CHANGED, new ProblemMembers.PriceChanged(QuoteResponse.of(quote)));
            case FleetRefusal.DuplicateRegistrationPlate(var plate) -> Problem.of(
                    request, ProblemType.DUPLICATE_REGISTRATION_PLATE, NONE,
                    "The dealer already has a car with the plate %s.".formatted(plate.value()));
        };
    }
}
