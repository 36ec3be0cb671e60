package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class InMemoryMaintenanceWindowRepository implements MaintenanceWindowRepository {

    private final InMemoryStore store;

    InMemoryMaintenanceWindowRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(MaintenanceWindow window) {
        store.write(rows -> {
            rows.requireCarOf(window.dealerId(), window.carId());
            rows.windows.add(window);
            return null;
        });
    }

    @Override
    public Optional<MaintenanceWindow> find(MaintenanceWindowId id) {
        return store.read(rows -> rows.windows.find(id.value()));
    }

    @Override
    public List<MaintenanceWindow> findAll(Set<MaintenanceWindowId> ids) {
        return store.read(rows -> rows.windows.all().filter(window -> ids.contains(window.id())).toList());
    }

    @Override
    public Optional<MaintenanceWindow> findForUpdate(MaintenanceWindowId id) {
        return store.write(rows -> {
            rows.windows.find(id.value()).map(MaintenanceWindow::carId).ifPresent(rows::findCarForUpdate);
            return rows.windows.findForUpdate(id.value());
        });
    }

    @Override
    public MaintenanceWindow update(MaintenanceWindow window) {
        return store.write(rows -> rows.windows.update(window));
    }

    @Override
    public Page<MaintenanceWindow> list(
            CalendarFilter<MaintenanceStatus> filter, Caller caller, PageRequest<MaintenanceWindowId> page) {
        return store.read(rows -> rows.windows.page(
                window -> caller.knows(window.dealerId())
                        && Rows.passes(filter, window.carId(), window.dealerId(), window.status(), window.period()),
                page, MaintenanceWindowId::value));
    }
}
