package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The maintenance windows. A live one must have its occupancy when the call of the use case ends. */
public interface MaintenanceWindowRepository extends Repository<MaintenanceWindowId, MaintenanceWindow> {

    /** The windows with these ids; those that do not exist are left out. */
    List<MaintenanceWindow> findAll(Set<MaintenanceWindowId> ids);

    /**
     * The window with this id, if there is one. Until the call of the use case ends, nobody else changes it, and nobody
     * else claims, frees or changes its car, which is found for update first.
     */
    @Override
    Optional<MaintenanceWindow> findForUpdate(MaintenanceWindowId id);

    /** The windows that pass the filter and the caller may know of, by id. */
    Page<MaintenanceWindow> list(
            CalendarFilter<MaintenanceStatus> filter, Caller caller, PageRequest<MaintenanceWindowId> page);
}
