package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.Optional;

/** Lists maintenance windows by id. */
public interface ListMaintenanceWindows {

    /**
     * One page of the maintenance windows that pass the filter.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<MaintenanceWindowView> list(Filter filter, PageRequest<MaintenanceWindowId> page);

    /**
     * The filter; absent values match everything.
     *
     * @param from the window ends after it
     * @param to   the window starts before it
     */
    record Filter(
            Optional<CarId> carId,
            Optional<DealerId> dealerId,
            Optional<MaintenanceStatus> status,
            Optional<Instant> from,
            Optional<Instant> to) {
    }
}
