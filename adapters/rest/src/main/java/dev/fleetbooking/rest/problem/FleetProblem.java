package dev.fleetbooking.rest.problem;

import dev.fleetbooking.rest.kit.problem.ProblemMembers;
import dev.fleetbooking.rest.kit.problem.ProblemMembers.None;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems that refusals of the fleet become. */
public enum FleetProblem implements ProblemType {
    CAR_NOT_RETURNED(HttpStatus.CONFLICT, "The car is not back", None.class,
            "The car cannot be handed over: the previous customer or the workshop has not returned it.",
            "Record the return or the completion first, or use another car."),
    CAR_UNAVAILABLE(HttpStatus.CONFLICT, "The car is not available", FleetProblemMembers.CarUnavailable.class,
            "The car is not available for the whole period; reasons says why, and conflicts lists what blocks it.",
            "Book one of the alternatives, or the same car from nextAvailableFrom; or extend up to latestPossibleEnd."),
    MAINTENANCE_CONFLICT(HttpStatus.CONFLICT, "The car is occupied", FleetProblemMembers.MaintenanceConflict.class,
            "The car is booked or in maintenance in a part of the period; conflicts lists everything that blocks it.",
            "Plan for one of the suggestions, which are exactly as long, or cancel the conflicts first. "
                    + "With onConflict displace, bookings that have not begun move to other cars if there is one for each; if "
                    + "not, undisplaced lists what cannot move, and why, so that you can make room on one of the cars it names."),
    CAR_HAS_OCCUPANCIES(HttpStatus.CONFLICT, "The car is still needed", FleetProblemMembers.CarHasOccupancies.class,
            "The status of the car cannot change while it is occupied, now or later; occupancies lists them.",
            "Cancel these bookings or windows, or wait until they are over."),
    CAR_RETIRED(HttpStatus.CONFLICT, "The car is retired", None.class,
            "The car has left the fleet for good: its status cannot change, and no maintenance can be planned for it.",
            "Use another car; a car that was retired by mistake has to be added again."),
    PRICE_CHANGED(HttpStatus.CONFLICT, "The price has changed", FleetProblemMembers.PriceChanged.class,
            "The expected total differs from the current price, which is in quote. Nothing was booked.",
            "Show the quote to the customer and book again with its total."),
    DUPLICATE_REGISTRATION_PLATE(HttpStatus.CONFLICT, "The plate is taken", None.class,
            "The dealer already has a car with this registration plate.",
            "Check the plate; neither case nor the kind of its spaces and dashes makes a difference.");

    private final Description description;

    FleetProblem(HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
        description = new Description(status, title, members, meaning, remedy);
    }

    @Override
    public Description description() {
        return description;
    }
}
