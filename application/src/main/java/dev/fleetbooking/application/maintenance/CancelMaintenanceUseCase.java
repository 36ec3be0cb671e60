package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.util.Optional;

@UseCase
record CancelMaintenanceUseCase(MaintenanceWindows windows) implements CancelMaintenance {

    @Override
    public MaintenanceWindowView cancel(MaintenanceWindowId id, Precondition precondition) {
        return windows.step(
                id, precondition, EventType.MAINTENANCE_CANCELLED, MaintenanceWindow::cancel, (_, _) -> Optional.empty());
    }
}
