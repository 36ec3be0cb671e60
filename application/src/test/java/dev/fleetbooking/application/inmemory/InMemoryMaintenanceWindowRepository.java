package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.domain.access.Caller;
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
            ListMaintenanceWindows.Filter filter, Caller caller, PageRequest<MaintenanceWindowId> page) {
        return store.read(rows -> rows.windows.page(
                window -> caller.knows(window.dealerId()) && passes(window, filter), page, MaintenanceWindowId::value));
    }

    private static boolean passes(MaintenanceWindow window, ListMaintenanceWindows.Filter filter) {
        return filter.carId().map(window.carId()::equals).orElse(true)
                && filter.dealerId().map(window.dealerId()::equals).orElse(true)
                && filter.status().map(window.status()::equals).orElse(true)
                && filter.from().map(window.period().end()::isAfter).orElse(true)
                && filter.to().map(window.period().start()::isBefore).orElse(true);
    }
}
