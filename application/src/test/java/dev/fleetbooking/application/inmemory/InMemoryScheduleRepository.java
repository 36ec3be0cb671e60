package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.schedule.ReadSchedule.BookingDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Details;
import dev.fleetbooking.application.schedule.ReadSchedule.MaintenanceDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Query;
import dev.fleetbooking.application.schedule.ScheduleRepository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

final class InMemoryScheduleRepository implements ScheduleRepository {

    private final InMemoryStore store;

    InMemoryScheduleRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Use> find(Set<CarId> carIds, Query query, Caller caller, Instant now) {
        return store.read(rows -> Stream.concat(stored(rows, caller, now), calledOff(rows, caller))
                .filter(use -> carIds.contains(use.carId()))
                .filter(use -> use.occupancy().isOverdue(now) || overlaps(use.occupancy(), query))
                .filter(use -> query.calledOff() || use.details().filter(Details::isCalledOff).isEmpty())
                .filter(use -> !use.occupancy().hasLapsed(now) || query.calledOff() && use.details().isPresent())
                .sorted(comparing((Use use) -> use.occupancy().use().start())
                        .thenComparing(use -> use.occupancy().ownerId().toString()))
                .toList());
    }

    private static boolean overlaps(Occupancy occupancy, Query query) {
        return occupancy.blockedUntil().isAfter(query.from()) && occupancy.use().start().isBefore(query.to());
    }

    private static Stream<Use> stored(Rows rows, Caller caller, Instant now) {
        return rows.occupanciesByOwner.values().stream()
                .map(row -> new Use(row.carId(), row.occupancy(), details(rows, row.occupancy().ownerId(), caller, now)));
    }

    private static Optional<Details> details(Rows rows, UUID owner, Caller caller, Instant now) {
        return rows.bookings.find(owner).filter(booking -> booking.isKnownTo(caller)).map(booking -> details(booking.asOf(now)))
                .or(() -> rows.windows.find(owner).filter(window -> isKnown(window, caller)).map(InMemoryScheduleRepository::details));
    }

    private static Stream<Use> calledOff(Rows rows, Caller caller) {
        return Stream.concat(
                        rows.bookings.all().filter(booking -> booking.isKnownTo(caller))
                                .map(booking -> agreed(booking.carId(), booking.id().value(), booking.period(),
                                        Occupancy.Kind.BOOKING, details(booking))),
                        rows.windows.all().filter(window -> isKnown(window, caller))
                                .map(window -> agreed(window.carId(), window.id().value(), window.period(),
                                        Occupancy.Kind.MAINTENANCE, details(window))))
                .filter(use -> use.details().orElseThrow().isCalledOff());
    }

    private static Use agreed(CarId carId, UUID owner, Period period, Occupancy.Kind kind, Details details) {
        return new Use(
                carId, new Occupancy(kind, owner, period, period.end(), Optional.empty(), false), Optional.of(details));
    }

    private static boolean isKnown(MaintenanceWindow window, Caller caller) {
        return caller.knows(window.dealerId()) && caller.onlyOwner().isEmpty();
    }

    private static Details details(Booking booking) {
        return new BookingDetails(booking.status(), booking.customer().name(), booking.version());
    }

    private static Details details(MaintenanceWindow window) {
        return new MaintenanceDetails(window.status(), window.reason(), window.version());
    }
}
