package dev.fleetbooking.application.maintenance;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.calendar.OccupancyRepository;
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

/** Finds other cars for the bookings in the way of a maintenance window. */
public final class Displacements {

    /** Those of one price stay in the order in which they are found, by id; {@code UUID.compareTo} has an order of its own. */
    private static final Comparator<Car> CHEAPEST_FIRST = comparing(car -> car.dailyPrice().amount());

    private final BookingRepository repository;
    private final OccupancyRepository occupancies;
    private final Bookings bookings;
    private final MaintenanceWindows windows;
    private final BookingPolicy policy;

    public Displacements(
            BookingRepository repository, OccupancyRepository occupancies, Bookings bookings, MaintenanceWindows windows,
            BookingPolicy policy) {
        this.repository = repository;
        this.occupancies = occupancies;
        this.bookings = bookings;
        this.windows = windows;
        this.policy = policy;
    }

    /** A booking and the car that it moves to. */
    record Move(Booking booking, CarId to) {

        PlanMaintenance.Displacement displacement() {
            return new PlanMaintenance.Displacement(booking.id(), booking.carId(), to);
        }
    }

    /**
     * The moves that make room for the window: bookings in order of start, each to the cheapest car that is available.
     *
     * @param peers the window's car and all that could take its place, found for update
     * @throws dev.fleetbooking.domain.RefusedException if something in the way may not be moved, or finds no car
     */
    List<Move> plan(MaintenanceWindow window, List<Car> peers, Instant now) {
        var calendar = bookings.calendar(window.carId(), window.period().start(), now);
        var inTheWay = calendar.inTheWayOf(window.period(), Turnaround.NONE);
        var bookingsInTheWay = inTheWay.stream()
                .filter(occupancy -> occupancy.kind() != Occupancy.Kind.MAINTENANCE && !occupancy.inUse())
                .map(occupancy -> repository.findForUpdate(new BookingId(occupancy.ownerId())).orElseThrow())
                // What is left of a completed one is the past of this car and of no other.
                .filter(booking -> booking.status().isLive())
                .toList();
        if (bookingsInTheWay.size() < inTheWay.size()) {
            throw windows.conflict(window.period(), calendar, now);
        }
        var spares = peers.stream().filter(peer -> !peer.id().equals(window.carId())).sorted(CHEAPEST_FIRST).toList();
        var calendars = calendars(spares, bookingsInTheWay, now);
        var moves = new ArrayList<Move>();
        for (var booking : bookingsInTheWay) {
            var spare = spareFor(booking, spares, calendars)
                    .orElseThrow(() -> windows.conflict(window.period(), calendar, now));
            calendars.compute(spare, (id, taken) -> taken.with(booking.occupancy()));
            moves.add(new Move(booking, spare));
        }
        return moves;
    }

    /** Refuses if the window would find its car occupied after these moves. */
    void refuseIfOccupied(MaintenanceWindow window, List<Move> moves, Instant now) {
        var calendar = bookings.calendar(window.carId(), window.period().start(), now);
        for (var move : moves) {
            calendar = calendar.without(move.booking().id().value());
        }
        windows.refuseIfOccupied(window.period(), calendar, now);
    }

    /** Moves a booking to its new car. */
    void carryOut(Move move, Instant now) {
        bookings.settleLapsedHolds(move.to(), now);
        occupancies.replace(move.to(), move.booking().occupancy());
        bookings.update(EventType.BOOKING_DISPLACED, move.booking(), move.booking().moveTo(move.to()), now);
    }

    /** From the first start on, which may have passed. */
    private Map<CarId, CarCalendar> calendars(List<Car> spares, List<Booking> bookingsByStart, Instant now) {
        var ids = spares.stream().map(Car::id).collect(toSet());
        var from = bookingsByStart.stream().map(booking -> booking.period().start()).findFirst().orElse(now);
        var found = occupancies.findByCars(ids, from);
        return ids.stream().collect(toMap(
                id -> id, id -> new CarCalendar(found.getOrDefault(id, List.of()), now, policy.lateUntil(now))));
    }

    private static Optional<CarId> spareFor(Booking booking, List<Car> spares, Map<CarId, CarCalendar> calendars) {
        return spares.stream()
                .filter(spare -> Availability.of(
                        spare, calendars.get(spare.id()), booking.period(), booking.turnaround()).isAvailable())
                .map(Car::id)
                .findFirst();
    }
}
