package dev.fleetbooking.rest.problem;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violation;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.rest.calendar.CalendarEntryResponse;
import dev.fleetbooking.rest.calendar.OccupancyResponse;
import dev.fleetbooking.rest.calendar.PeriodResponse;
import dev.fleetbooking.rest.car.OfferResponse;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a problem says besides the standard members (RFC 9457, section 3.2). */
public sealed interface ProblemMembers {

    /** Nothing. */
    record None() implements ProblemMembers {
    }

    ProblemMembers NONE = new None();

    record Errors(List<FieldError> errors) implements ProblemMembers {

        static Errors of(List<Violation> violations) {
            return new Errors(violations.stream().map(FieldError::of).toList());
        }
    }

    record FieldError(String field, String message) {

        private static FieldError of(Violation violation) {
            return new FieldError(violation.field(), violation.message());
        }
    }

    record InvalidTransition(String currentStatus, String requested, List<String> allowed) implements ProblemMembers {

        static InvalidTransition of(Refusal.InvalidTransition refusal) {
            return new InvalidTransition(refusal.currentStatus(), refusal.requested(), refusal.allowed());
        }
    }

    record TooEarly(String requested, Instant earliest) implements ProblemMembers {
    }

    record TooLate(String requested, Instant latest) implements ProblemMembers {
    }

    record CarUnavailable(
            List<UnavailabilityReason> reasons,
            List<CalendarEntryResponse> conflicts,
            Optional<Instant> nextAvailableFrom,
            Optional<Instant> latestPossibleEnd,
            List<OfferResponse> alternatives) implements ProblemMembers {

        static CarUnavailable of(Refusal.CarUnavailable refusal) {
            return new CarUnavailable(
                    refusal.reasons(),
                    CalendarEntryResponse.of(refusal.conflicts()),
                    refusal.nextAvailableFrom(),
                    refusal.latestPossibleEnd(),
                    refusal.alternatives().stream().map(OfferResponse::of).toList());
        }
    }

    record MaintenanceConflict(List<ConflictingEntry> conflicts, List<PeriodResponse> suggestions)
            implements ProblemMembers {

        static MaintenanceConflict of(Refusal.MaintenanceConflict refusal) {
            return new MaintenanceConflict(
                    refusal.conflicts().stream().map(ConflictingEntry::of).toList(),
                    refusal.suggestions().stream().map(PeriodResponse::of).toList());
        }
    }

    /** A calendar entry with what it belongs to: the dealer, who plans maintenance, may know. */
    record ConflictingEntry(
            Instant start,
            Instant end,
            CalendarEntry.Kind kind,
            String status,
            Optional<UUID> bookingId,
            Optional<UUID> maintenanceWindowId) {

        private static ConflictingEntry of(Refusal.MaintenanceConflict.Conflict conflict) {
            var entry = conflict.entry();
            var owner = Optional.of(entry.occupancy().ownerId());
            var maintenance = entry.occupancy().kind() == Occupancy.Kind.MAINTENANCE;
            return new ConflictingEntry(
                    entry.period().start(),
                    entry.period().end(),
                    entry.kind(),
                    conflict.status(),
                    maintenance ? Optional.empty() : owner,
                    maintenance ? owner : Optional.empty());
        }
    }

    record CarHasOccupancies(List<OccupancyResponse> occupancies) implements ProblemMembers {

        static CarHasOccupancies of(Refusal.CarHasOccupancies refusal) {
            return new CarHasOccupancies(refusal.occupancies().stream().map(OccupancyResponse::of).toList());
        }
    }

    record PriceChanged(QuoteResponse quote) implements ProblemMembers {
    }
}
