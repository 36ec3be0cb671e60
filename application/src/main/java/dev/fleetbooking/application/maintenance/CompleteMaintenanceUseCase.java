package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.Optional;

@UseCase
record CompleteMaintenanceUseCase(MaintenanceWindows windows, Bookings bookings) implements CompleteMaintenance {

    @Override
    public MaintenanceWindowView complete(MaintenanceWindowId id, Precondition precondition) {
        return windows.step(
                id, precondition, EventType.MAINTENANCE_COMPLETED, MaintenanceWindow::complete, this::leftOver);
    }

    private Optional<Occupancy> leftOver(MaintenanceWindow completed, Instant now) {
        return bookings.settledCalendar(completed.carId(), completed.period().start(), now)
                .givenBack(completed.id().value(), Turnaround.NONE);
    }
}
