package dev.fleetbooking.rest.problem;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Candidate;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Undisplaced;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.UndisplacedReason;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.rest.calendar.CalendarEntryResponse;
import dev.fleetbooking.rest.calendar.OccupancyResponse;
import dev.fleetbooking.rest.calendar.PeriodResponse;
import dev.fleetbooking.rest.car.OfferResponse;
import dev.fleetbooking.rest.kit.problem.ProblemMembers;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The extension members of the fleet's problems. */
interface FleetProblemMembers extends ProblemMembers {

    record CarUnavailable(
            List<UnavailabilityReason> reasons,
            List<CalendarEntryResponse> conflicts,
            Optional<Instant> nextAvailableFrom,
            Optional<Instant> latestPossibleEnd,
            List<OfferResponse> alternatives) implements FleetProblemMembers {

        static CarUnavailable of(FleetRefusal.CarUnavailable refusal) {
            return new CarUnavailable(
                    refusal.reasons(),
                    CalendarEntryResponse.of(refusal.conflicts()),
                    refusal.nextAvailableFrom(),
                    refusal.latestPossibleEnd(),
                    refusal.alternatives().stream().map(OfferResponse::of).toList());
        }
    }

    /** @param undisplaced present if the conflicting bookings were to be displaced */
    record MaintenanceConflict(
            List<ConflictingEntry> conflicts, List<PeriodResponse> suggestions, Optional<List<UndisplacedEntry>> undisplaced)
            implements FleetProblemMembers {

        static MaintenanceConflict of(FleetRefusal.MaintenanceConflict refusal, Optional<List<Undisplaced>> undisplaced) {
            return new MaintenanceConflict(
                    refusal.conflicts().stream().map(ConflictingEntry::of).toList(),
                    refusal.suggestions().stream().map(PeriodResponse::of).toList(),
                    undisplaced.map(all -> all.stream().map(UndisplacedEntry::of).toList()));
        }
    }

    /** A calendar entry with the booking or window that it belongs to, which dealers who plan maintenance may see. */
    record ConflictingEntry(
            Instant start,
            Instant end,
            CalendarEntry.Kind kind,
            String status,
            Optional<UUID> bookingId,
            Optional<UUID> maintenanceWindowId) {

        private static ConflictingEntry of(FleetRefusal.MaintenanceConflict.Conflict conflict) {
            var entry = conflict.entry();
            return new ConflictingEntry(
                    entry.period().start(),
                    entry.period().end(),
                    entry.kind(),
                    conflict.status(),
                    bookingOf(entry.occupancy()),
                    windowOf(entry.occupancy()));
        }
    }

    /** A conflict that could not be displaced, and why. */
    record UndisplacedEntry(
            Instant start, Instant end, Optional<UUID> bookingId, Optional<UUID> maintenanceWindowId, UndisplacedReason reason,
            List<CandidateCar> cars) {

        private static UndisplacedEntry of(Undisplaced undisplaced) {
            var occupancy = undisplaced.occupancy();
            return new UndisplacedEntry(
                    occupancy.use().start(), occupancy.use().end(), bookingOf(occupancy), windowOf(occupancy),
                    undisplaced.reason(),
                    undisplaced.candidates().stream().map(CandidateCar::of).toList());
        }
    }

    /** A car that a booking could not move to, and why. */
    record CandidateCar(UUID carId, List<UnavailabilityReason> reasons, List<CalendarEntryResponse> conflicts) {

        private static CandidateCar of(Candidate candidate) {
            var availability = candidate.availability();
            return new CandidateCar(
                    candidate.carId().value(), availability.reasons(), CalendarEntryResponse.of(availability.conflicts()));
        }
    }

    private static Optional<UUID> bookingOf(Occupancy occupancy) {
        return Optional.of(occupancy.ownerId()).filter(_ -> occupancy.kind() != Occupancy.Kind.MAINTENANCE);
    }

    private static Optional<UUID> windowOf(Occupancy occupancy) {
        return Optional.of(occupancy.ownerId()).filter(_ -> occupancy.kind() == Occupancy.Kind.MAINTENANCE);
    }

    record CarHasOccupancies(List<OccupancyResponse> occupancies) implements FleetProblemMembers {
    }

    record PriceChanged(QuoteResponse quote) implements FleetProblemMembers {
    }
}
