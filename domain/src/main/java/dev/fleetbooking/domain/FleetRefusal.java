package dev.fleetbooking.domain;

import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What this service refuses besides {@link dev.fleetbooking.domain.kit.CommonRefusal}, each with the data that explains it. */
public sealed interface FleetRefusal extends ServiceRefusal {

    /** The car is with another customer or in the workshop. */
    record CarNotReturned() implements FleetRefusal {
    }

    /**
     * The car is not available for the period.
     *
     * @param conflicts         what blocks the period, by start, without the owners
     * @param nextAvailableFrom the earliest instant at which a booking of the same length fits, if any
     * @param latestPossibleEnd how far a booking that keeps its start could be extended, if it could at all
     * @param alternatives      available cars of the same dealer and category, cheapest first
     */
    record CarUnavailable(
            List<UnavailabilityReason> reasons,
            List<CalendarEntry> conflicts,
            Optional<Instant> nextAvailableFrom,
            Optional<Instant> latestPossibleEnd,
            List<Offer> alternatives) implements FleetRefusal {
    }

    /**
     * The car is occupied in the period of the maintenance.
     *
     * @param suggestions periods of exactly the requested length, nearest first
     */
    record MaintenanceConflict(List<Conflict> conflicts, List<Period> suggestions) implements FleetRefusal {

        /** One conflict, with the status of the booking or window it belongs to. */
        public record Conflict(CalendarEntry entry, String status) {
        }
    }

    /**
     * Not every conflict with the maintenance can be displaced, so none was.
     *
     * @param conflict    the conflicts, and when the car is free instead
     * @param undisplaced what cannot be displaced, by start
     */
    record DisplacementImpossible(MaintenanceConflict conflict, List<Undisplaced> undisplaced) implements FleetRefusal {

        /**
         * A conflict that cannot be displaced, and why.
         *
         * @param candidates the cars that the booking could take but that are not available, in the order in which they were
         *                   tried, perhaps not all of them; none if it was not to move at all, or if there is no such car
         */
        public record Undisplaced(Occupancy occupancy, UndisplacedReason reason, List<Candidate> candidates) {
        }

        /** Why a conflict cannot be displaced. */
        public enum UndisplacedReason {
            /** Another maintenance window is never moved. */
            MAINTENANCE,
            /** The customer has the car. */
            HANDED_OVER,
            /** The booking is completed; its remaining occupancy is the past of this car. */
            COMPLETED,
            /** No other car of the dealer and category is in service and available. */
            NO_CAR_AVAILABLE
        }

        /** A car that a booking cannot move to, and why. */
        public record Candidate(CarId carId, Availability availability) {
        }
    }

    /** The status of the car cannot change while it is occupied now or later. */
    record CarHasOccupancies(List<Occupancy> occupancies) implements FleetRefusal {
    }

    /** A retired car stays retired, and nothing is planned for it. */
    record CarRetired() implements FleetRefusal {
    }

    /** The caller expected another total; the quote is the right one. */
    record PriceChanged(Quote quote) implements FleetRefusal {
    }

    /** The dealer already has a car with this plate. */
    record DuplicateRegistrationPlate(RegistrationPlate plate) implements FleetRefusal {
    }
}
