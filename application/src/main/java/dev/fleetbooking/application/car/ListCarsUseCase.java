package dev.fleetbooking.application.car;

import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

@UseCase(readOnly = true)
record ListCarsUseCase(
        CarRepository cars, OccupancyRepository occupancies, BookingPolicy policy, CurrentCaller callers, Clock clock)
        implements ListCars {

    @Override
    public Page<CarView> list(Filter filter, Optional<Instant> asOf, PageRequest<CarId> page) {
        var caller = callers.get();
        asOf.ifPresent(_ -> caller.refuseUnlessItMayKnowOccupants());
        var found = cars.list(filter, caller, page);
        var ids = found.items().stream().map(Car::id).collect(toSet());
        var now = clock.instant();
        var occupiedBy = asOf
                .map(instant -> occupancies.findAt(ids, instant, now, policy.lateUntil(now)))
                .orElse(Map.<CarId, Occupancy>of());
        return found.withItems(found.items().stream()
                .map(car -> new CarView(car, Optional.ofNullable(occupiedBy.get(car.id()))))
                .toList());
    }
}
