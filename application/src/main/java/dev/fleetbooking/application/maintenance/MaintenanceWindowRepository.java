package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The maintenance windows. A live one must have its occupancy when the call of the use case ends. */
public interface MaintenanceWindowRepository {

    /** Adds a new window. */
    void add(MaintenanceWindow window);

    /** The window with this id, if there is one. */
    Optional<MaintenanceWindow> find(MaintenanceWindowId id);

    /** The windows with these ids; those that do not exist are left out. */
    List<MaintenanceWindow> findAll(Set<MaintenanceWindowId> ids);

    /**
     * The window with this id, if there is one. Until the call of the use case ends, nobody else changes it, and nobody
     * else claims, frees or changes its car, which is found for update first.
     */
    Optional<MaintenanceWindow> findForUpdate(MaintenanceWindowId id);

    /** Replaces a window that was found for update, and returns it with its next version. */
    MaintenanceWindow update(MaintenanceWindow window);

    /** The windows that pass the filter, by id. */
    Page<MaintenanceWindow> list(ListMaintenanceWindows.Filter filter, PageRequest<MaintenanceWindowId> page);
}
