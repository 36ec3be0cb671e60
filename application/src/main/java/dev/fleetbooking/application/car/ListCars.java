package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Lists cars by id, with what occupies them at an instant if requested. */
public interface ListCars {

    /**
     * One page of the cars that pass the filter.
     *
     * @throws RefusedException with {@link CommonRefusal.Forbidden} if the caller must not learn what occupies them
     */
    Page<CarView> list(Filter filter, Optional<Instant> asOf, PageRequest<CarId> page);

    /** The filter; absent values match everything. */
    record Filter(Optional<DealerId> dealerId, Optional<Category> category, Optional<CarStatus> status) {
    }
}
