package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

@UseCase
record StartMaintenanceUseCase(MaintenanceWindows windows, Bookings bookings) implements StartMaintenance {

    @Override
    public MaintenanceWindowView start(MaintenanceWindowId id, Precondition precondition) {
        return windows.step(id, precondition, EventType.MAINTENANCE_STARTED, MaintenanceWindow::start, this::inUse);
    }

    private Optional<Occupancy> inUse(MaintenanceWindow started, Instant now) {
        var others = bookings.settledCalendar(started.carId(), started.period().start(), now)
                .whenGivenTo(started.id().value());
        var useStart = useStart(started, others, now);
        windows.refuseIfRetired(started);
        return Optional.of(started.occupancy(useStart));
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
