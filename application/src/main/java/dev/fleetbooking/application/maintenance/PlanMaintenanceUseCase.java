package dev.fleetbooking.application.maintenance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.maintenance.MaintenancePolicy;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.text.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@UseCase
class PlanMaintenanceUseCase implements PlanMaintenance {

    private static final int MAX_SUGGESTIONS = 3;

    private final CarRepository cars;
    private final MaintenanceWindowRepository windows;
    private final BookingRepository bookings;
    private final OccupancyRepository occupancies;
    private final IdGenerator ids;
    private final Clock clock;

    PlanMaintenanceUseCase(
            CarRepository cars, MaintenanceWindowRepository windows, BookingRepository bookings,
            OccupancyRepository occupancies, IdGenerator ids, Clock clock) {
        this.cars = cars;
        this.windows = windows;
        this.bookings = bookings;
        this.occupancies = occupancies;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public MaintenanceWindow plan(Command command) {
        var now = clock.instant();
        var car = cars.findForClaim(command.carId());

        var violations = new Violations();
        if (car.isEmpty()) {
            violations.add("carId", "must name an existing car");
        }
        var period = MaintenancePolicy.check(violations, "start", command.start(), "end", command.end(), now);
        var reason = violations.check("reason", () -> new Reason(command.reason()));
        violations.refuseIfAny();

        var id = new MaintenanceWindowId(ids.next());
        var window = MaintenanceWindow.plan(id, car.orElseThrow(), period, reason, now);
        while (!occupancies.claim(window.carId(), window.occupancy())) {
            refuseIfOccupied(window, now);
            // What was in the way has gone since: it was cancelled between the two statements. So try again.
        }
        windows.add(window);
        return window;
    }

    private void refuseIfOccupied(MaintenanceWindow window, Instant now) {
        var period = window.period();
        var earliest = period.start().isBefore(now) ? period.start() : now;
        var calendar = new CarCalendar(occupancies.findByCar(window.carId(), earliest));
        var inTheWay = calendar.busy(period);
        if (inTheWay.isEmpty()) {
            return;
        }
        var statuses = statuses(inTheWay);
        var conflicts = inTheWay.stream()
                .map(entry -> new Refusal.MaintenanceConflict.Conflict(entry, statuses.get(entry.occupancy().ownerId())))
                .toList();
        var suggestions = calendar.nearest(period, Period.ceilingMinute(now), MaintenancePolicy.LATEST_END).stream()
                .limit(MAX_SUGGESTIONS)
                .toList();
        throw new Refusal.MaintenanceConflict(conflicts, suggestions).asException();
    }

    private Map<UUID, String> statuses(List<CalendarEntry> entries) {
        var owners = entries.stream().map(CalendarEntry::occupancy).collect(toSet());
        var statuses = bookings.findAll(owners.stream()
                        .filter(occupancy -> occupancy.kind() != Occupancy.Kind.MAINTENANCE)
                        .map(occupancy -> new BookingId(occupancy.ownerId()))
                        .collect(toSet()))
                .stream()
                .collect(toMap(booking -> booking.id().value(), booking -> booking.status().name()));
        windows.findAll(owners.stream()
                        .filter(occupancy -> occupancy.kind() == Occupancy.Kind.MAINTENANCE)
                        .map(occupancy -> new MaintenanceWindowId(occupancy.ownerId()))
                        .collect(toSet()))
                .forEach(found -> statuses.put(found.id().value(), found.status().name()));
        return statuses;
    }
}
