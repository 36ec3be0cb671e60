package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;

@UseCase
record CompleteMaintenanceUseCase(
        MaintenanceWindows windows, Bookings bookings, OccupancyRepository occupancies, Clock clock)
        implements CompleteMaintenance {

    @Override
    public MaintenanceWindowView complete(Command command) {
        var window = windows.lock(command.id());
        var now = clock.instant();
        windows.verify(window, command.precondition(), now);
        var completed = window.complete();
        if (completed.equals(window)) {
            return MaintenanceWindowView.of(window, now);
        }
        bookings.settleLapsedHolds(window.carId(), now);
        bookings.calendar(window.carId(), window.period().start(), now)
                .givenBack(window.id().value(), Turnaround.NONE)
                .ifPresentOrElse(
                        left -> occupancies.replace(window.carId(), left),
                        () -> occupancies.release(window.id().value()));
        return windows.update(EventType.MAINTENANCE_COMPLETED, window, completed, now);
    }
}
