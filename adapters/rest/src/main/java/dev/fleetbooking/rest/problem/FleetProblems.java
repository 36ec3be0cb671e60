package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.kit.problem.ProblemMembers.NONE;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.rest.calendar.OccupancyResponse;
import dev.fleetbooking.rest.kit.problem.Problem;
import dev.fleetbooking.rest.kit.problem.ProblemCatalog;
import dev.fleetbooking.rest.kit.problem.ServiceProblems;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Translates each refusal of the fleet to its problem. */
@Configuration(proxyBeanMethods = false)
class FleetProblems implements ServiceProblems {

    @Bean
    static ProblemCatalog fleetProblemCatalog() {
        return new ProblemCatalog(List.of(FleetProblem.values()));
    }

    /** All service refusals here are of the fleet; the switch covers all of those. */
    @Override
    public Problem of(HttpServletRequest request, ServiceRefusal refusal) {
        return switch ((FleetRefusal) refusal) {
            case FleetRefusal.CarNotReturned _ -> Problem.of(request, FleetProblem.CAR_NOT_RETURNED, NONE);
            case FleetRefusal.CarUnavailable unavailable -> Problem.of(
                    request, FleetProblem.CAR_UNAVAILABLE, FleetProblemMembers.CarUnavailable.of(unavailable));
            case FleetRefusal.MaintenanceConflict conflict -> Problem.of(
                    request, FleetProblem.MAINTENANCE_CONFLICT,
                    FleetProblemMembers.MaintenanceConflict.of(conflict, Optional.empty()));
            case FleetRefusal.DisplacementImpossible(var conflict, var undisplaced) -> Problem.of(
                    request, FleetProblem.MAINTENANCE_CONFLICT,
                    FleetProblemMembers.MaintenanceConflict.of(conflict, Optional.of(undisplaced)),
                    "Not every conflict can move to another car, so none moved; undisplaced lists what cannot move, and why.");
            case FleetRefusal.CarHasOccupancies(var occupancies) -> Problem.of(
                    request, FleetProblem.CAR_HAS_OCCUPANCIES,
                    new FleetProblemMembers.CarHasOccupancies(occupancies.stream().map(OccupancyResponse::of).toList()));
            case FleetRefusal.CarRetired _ -> Problem.of(request, FleetProblem.CAR_RETIRED, NONE);
            case FleetRefusal.PriceChanged(var quote) -> Problem.of(
                    request, FleetProblem.PRICE_CHANGED, new FleetProblemMembers.PriceChanged(QuoteResponse.of(quote)));
            case FleetRefusal.DuplicateRegistrationPlate(var plate) -> Problem.of(
                    request, FleetProblem.DUPLICATE_REGISTRATION_PLATE, NONE,
                    "The dealer already has a car with the plate %s.".formatted(plate.value()));
        };
    }
}
