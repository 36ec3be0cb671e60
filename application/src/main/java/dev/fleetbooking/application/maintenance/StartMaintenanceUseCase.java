package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

@UseCase
record StartMaintenanceUseCase(
        MaintenanceWindows windows, Bookings bookings, OccupancyRepository occupancies, Clock clock)
        implements StartMaintenance {

    @Override
    public MaintenanceWindowView start(Command command) {
        var window = windows.lock(command.id());
        var now = clock.instant();
        windows.verify(window, command.precondition(), now);
        var started = window.start();
        if (started.equals(window)) {
            return MaintenanceWindowView.of(window, now);
        }
        bookings.settleLapsedHolds(window.carId(), now);
        var others = bookings.calendar(window.carId(), window.period().start(), now).without(window.id().value());
        if (others.isInUse()) {
            throw new FleetRefusal.CarNotReturned().asException();
        }
        var useStart = useStart(window, others, now);
        windows.refuseIfRetired(window);
        occupancies.replace(window.carId(), started.occupancy(useStart));
        return windows.update(EventType.MAINTENANCE_STARTED, window, started, now);
    }

    private static Instant useStart(MaintenanceWindow window, CarCalendar others, Instant now) {
        if (!now.isBefore(window.period().start())) {
            return window.period().start();
        }
        var early = new Period(now.truncatedTo(ChronoUnit.MINUTES), window.period().end());
        var reasons = others.reasons(early, Turnaround.NONE);
        if (!reasons.isEmpty()) {
            // Another time or car does not help a workshop that is ready now, so none is offered.
            throw new FleetRefusal.CarUnavailable(
                    List.copyOf(reasons), others.conflicts(early, Turnaround.NONE), Optional.empty(), Optional.empty(), List.of())
                    .asException();
        }
        return early.start();
    }
}
