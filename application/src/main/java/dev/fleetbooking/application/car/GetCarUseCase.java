package dev.fleetbooking.application.car;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

@UseCase(readOnly = true)
class GetCarUseCase implements GetCar {

    private final CarRepository cars;
    private final OccupancyRepository occupancies;
    private final BookingPolicy policy;
    private final Clock clock;

    GetCarUseCase(CarRepository cars, OccupancyRepository occupancies, BookingPolicy policy, Clock clock) {
        this.cars = cars;
        this.occupancies = occupancies;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public CarView get(CarId id, Optional<Instant> asOf) {
        var car = cars.find(id).orElseThrow(() -> new Refusal.NotFound("car", id.value()).asException());
        var now = clock.instant();
        return new CarView(
                car, asOf.map(instant -> occupancies.findAt(Set.of(id), instant, now, policy.lateUntil(now)).get(id)));
    }
}
