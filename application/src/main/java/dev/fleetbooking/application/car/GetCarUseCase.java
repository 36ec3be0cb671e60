package dev.fleetbooking.application.car;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

@UseCase(readOnly = true)
record GetCarUseCase(
        CarRepository cars, OccupancyRepository occupancies, BookingPolicy policy, CurrentCaller callers, Clock clock)
        implements GetCar {

    @Override
    public CarView get(CarId id, Optional<Instant> asOf) {
        var car = callers.known(cars.find(id), Car::dealerId, "car", id.value());
        asOf.ifPresent(_ -> callers.get().refuseUnlessItMayKnowOccupants());
        var now = clock.instant();
        return new CarView(
                car, asOf.map(instant -> occupancies.findAt(Set.of(id), instant, now, policy.lateUntil(now)).get(id)));
    }
}
