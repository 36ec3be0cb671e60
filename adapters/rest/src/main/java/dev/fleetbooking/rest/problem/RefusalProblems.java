package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.problem.ProblemMembers.NONE;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The problem that each refusal of the domain becomes. */
final class RefusalProblems {

    private RefusalProblems() {
    }

    static Problem of(HttpServletRequest request, Refusal refusal) {
        return switch (refusal) {
            case Refusal.ValidationFailed(var violations) -> Problem.of(
                    request, ProblemType.VALIDATION_FAILED, ProblemMembers.Errors.of(violations));
            case Refusal.NotFound(var what, var id) -> Problem.of(
                    request, ProblemType.NOT_FOUND, NONE, "There is no %s %s.".formatted(what, id));
            case Refusal.RevisionRequired _ -> Problem.of(request, ProblemType.PRECONDITION_REQUIRED, NONE);
            case Refusal.RevisionMismatch _ -> Problem.of(request, ProblemType.PRECONDITION_FAILED, NONE);
            case Refusal.InvalidTransition invalid -> Problem.of(
                    request, ProblemType.INVALID_TRANSITION, ProblemMembers.InvalidTransition.of(invalid),
                    "%s is not possible from %s.".formatted(invalid.requested(), invalid.currentStatus()));
            case Refusal.TooEarly(var requested, var earliest) -> Problem.of(
                    request, ProblemType.TOO_EARLY, new ProblemMembers.TooEarly(requested, earliest));
            case Refusal.TooLate(var requested, var latest) -> Problem.of(
                    request, ProblemType.TOO_LATE, new ProblemMembers.TooLate(requested, latest));
            case Refusal.CarNotReturned _ -> Problem.of(request, ProblemType.CAR_NOT_RETURNED, NONE);
            case Refusal.CarUnavailable unavailable -> Problem.of(
                    request, ProblemType.CAR_UNAVAILABLE, ProblemMembers.CarUnavailable.of(unavailable));
            case Refusal.MaintenanceConflict conflict -> Problem.of(
                    request, ProblemType.MAINTENANCE_CONFLICT,
                    ProblemMembers.MaintenanceConflict.of(conflict, Optional.empty()));
            case Refusal.DisplacementImpossible(var conflict, var undisplaced) -> Problem.of(
                    request, ProblemType.MAINTENANCE_CONFLICT,
                    ProblemMembers.MaintenanceConflict.of(conflict, Optional.of(undisplaced)),
                    "Not everything in the way can move to another car, so nothing has; undisplaced says what stays and why.");
            case Refusal.CarHasOccupancies occupied -> Problem.of(
                    request, ProblemType.CAR_HAS_OCCUPANCIES, ProblemMembers.CarHasOccupancies.of(occupied));
            case Refusal.CarRetired _ -> Problem.of(request, ProblemType.CAR_RETIRED, NONE);
            case Refusal.PriceChanged(var quote) -> Problem.of(
                    request, ProblemType.PRICE_CHANGED, new ProblemMembers.PriceChanged(QuoteResponse.of(quote)));
            case Refusal.DuplicateRegistrationPlate(var plate) -> Problem.of(
                    request, ProblemType.DUPLICATE_REGISTRATION_PLATE, NONE,
                    "The dealer already has a car with the plate %s.".formatted(plate.value()));
        };
    }
}
