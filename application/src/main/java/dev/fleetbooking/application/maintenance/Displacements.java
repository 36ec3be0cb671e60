package dev.fleetbooking.application.maintenance;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.maintenance.PlanMaintenance.Displacement;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Candidate;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Undisplaced;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.UndisplacedReason;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds other cars for the bookings that conflict with a maintenance window. */
public record Displacements(
        BookingRepository repository, OccupancyRepository occupancies, Bookings bookings, MaintenanceWindows windows,
        BookingPolicy policy) {

    /** Dealers seldom have more cars of a category, and the conflicts on further cars add little information. */
    private static final int MAX_CANDIDATES = 10;

    /** Cars with the same price keep the order of the repository, by id; {@code UUID.compareTo} orders differently. */
    private static final Comparator<Car> CHEAPEST_FIRST = comparing(car -> car.dailyPrice().amount());

    /**
     * The moves that make room for the window: bookings in order of start, each to the cheapest car that is available.
     *
     * @param peers the window's car and all that could take its place, found for update
     * @throws dev.fleetbooking.domain.kit.RefusedException with {@link DisplacementImpossible} if a conflict may not be
     *                                                  moved, or no car is available for it
     */
    List<Displacement> plan(MaintenanceWindow window, List<Car> peers, Instant now) {
        var calendar = bookings.calendar(window.carId(), window.period().start(), now);
        var overlapping = calendar.overlapping(window.period(), Turnaround.NONE);
        var spares = peers.stream().filter(peer -> !peer.id().equals(window.carId())).sorted(CHEAPEST_FIRST).toList();
        var calendars = calendars(spares, overlapping, now);
        var moves = new ArrayList<Displacement>();
        var undisplaced = new ArrayList<Undisplaced>();
        for (var occupancy : overlapping) {
            var booking = movable(occupancy);
            // Bookings of one car never overlap, so those that move to the same spare car do not overlap either.
            var candidates = booking.map(moving -> candidates(moving, spares, calendars)).orElse(List.of());
            var available = candidates.stream().filter(candidate -> candidate.availability().isAvailable()).findFirst();
            if (available.isPresent()) {
                moves.add(new Displacement(booking.orElseThrow(), available.get().carId()));
            } else {
                undisplaced.add(new Undisplaced(
                        occupancy, reasonToStay(occupancy, booking), candidates.stream().limit(MAX_CANDIDATES).toList()));
            }
        }
        if (!undisplaced.isEmpty()) {
            throw new DisplacementImpossible(windows.conflict(window.period(), calendar, now), undisplaced).asException();
        }
        return moves;
    }

    /** The booking of this occupancy, unless it is over or its customer has the car. */
    private Optional<Booking> movable(Occupancy occupancy) {
        return Optional.of(occupancy)
                .filter(found -> found.kind() != Occupancy.Kind.MAINTENANCE && !found.inUse())
                .map(found -> repository.findForUpdate(new BookingId(found.ownerId())).orElseThrow())
                .filter(booking -> booking.status().isLive());
    }

    private static List<Candidate> candidates(Booking moving, List<Car> spares, Map<CarId, CarCalendar> calendars) {
        return spares.stream()
                .map(spare -> new Candidate(spare.id(), Availability.of(
                        spare, calendars.get(spare.id()), moving.period(), moving.turnaround())))
                .toList();
    }

    private static UndisplacedReason reasonToStay(Occupancy occupancy, Optional<Booking> movable) {
        return movable.isPresent() ? UndisplacedReason.NO_CAR_AVAILABLE
                : occupancy.kind() == Occupancy.Kind.MAINTENANCE ? UndisplacedReason.MAINTENANCE
                : occupancy.inUse() ? UndisplacedReason.HANDED_OVER : UndisplacedReason.COMPLETED;
    }

    /** Moves a booking to its new car. */
    void carryOut(Displacement displacement, Instant now) {
        var booking = displacement.booking();
        bookings.settleLapsedHolds(displacement.to(), now);
        occupancies.replace(displacement.to(), booking.occupancy());
        bookings.update(EventType.BOOKING_DISPLACED, booking, booking.moveTo(displacement.to()), now);
    }

    /** From the first start on, which may be in the past. */
    private Map<CarId, CarCalendar> calendars(List<Car> spares, List<Occupancy> byStart, Instant now) {
        var ids = spares.stream().map(Car::id).collect(toSet());
        var from = byStart.stream().map(occupancy -> occupancy.use().start()).findFirst().orElse(now);
        var found = occupancies.findByCars(ids, from);
        return ids.stream().collect(toMap(id -> id, id -> policy.calendar(found.getOrDefault(id, List.of()), now)));
    }
}
