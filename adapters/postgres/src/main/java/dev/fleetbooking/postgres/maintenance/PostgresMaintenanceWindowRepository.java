package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
record PostgresMaintenanceWindowRepository(MaintenanceWindowJpaRepository windows, LockQueues queues)
        implements MaintenanceWindowRepository {

    @Override
    public void add(MaintenanceWindow window) {
        windows.saveAndFlush(new MaintenanceWindowEntity(window, null));
    }

    @Override
    public Optional<MaintenanceWindow> find(MaintenanceWindowId id) {
        return windows.findById(id.value()).map(MaintenanceWindowEntity::toDomain);
    }

    @Override
    public List<MaintenanceWindow> findAll(Set<MaintenanceWindowId> ids) {
        return windows.findAllById(ids.stream().map(MaintenanceWindowId::value).toList()).stream()
                .map(MaintenanceWindowEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<MaintenanceWindow> findForUpdate(MaintenanceWindowId id) {
        // The car is locked first and the window read afterwards, so that the window is not older than the lock.
        return windows.findCar(id.value())
                .map(car -> queues.acquire(car, () -> windows.lockCar(car)))
                .flatMap(_ -> windows.findForUpdate(id.value()))
                .map(MaintenanceWindowEntity::toDomain);
    }

    @Override
    public MaintenanceWindow update(MaintenanceWindow window) {
        return windows.saveAndFlush(new MaintenanceWindowEntity(window, window.version())).toDomain();
    }

    @Override
    public Page<MaintenanceWindow> list(
            CalendarFilter<MaintenanceStatus> filter, Caller caller, PageRequest<MaintenanceWindowId> page) {
        return new ListQuery<>(windows)
                .equal("carId", filter.carId().map(CarId::value))
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .equal("dealerId", caller.onlyDealer().map(DealerId::value))
                .equal("status", filter.status())
                .greaterThan("endsAt", filter.from())
                .lessThan("startsAt", filter.to())
                .page(page, MaintenanceWindowId::value, MaintenanceWindowEntity::toDomain);
    }
}
