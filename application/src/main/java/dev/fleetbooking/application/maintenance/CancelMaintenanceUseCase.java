package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;

@UseCase
class CancelMaintenanceUseCase implements CancelMaintenance {

    private final MaintenanceWindowRepository windows;
    private final OccupancyRepository occupancies;

    CancelMaintenanceUseCase(MaintenanceWindowRepository windows, OccupancyRepository occupancies) {
        this.windows = windows;
        this.occupancies = occupancies;
    }

    @Override
    public MaintenanceWindow cancel(Command command) {
        var window = windows.findForUpdate(command.id())
                .orElseThrow(() -> new Refusal.NotFound("maintenance window", command.id().value()).asException());
        command.precondition().verify(window.revision());

        var cancelled = window.cancel();
        if (cancelled.equals(window)) {
            return window;
        }
        occupancies.release(window.id().value());
        return windows.update(cancelled);
    }
}
