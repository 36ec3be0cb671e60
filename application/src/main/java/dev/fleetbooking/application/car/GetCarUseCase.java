package dev.fleetbooking.application.car;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Refusal;
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
    private final Clock clock;

    GetCarUseCase(CarRepository cars, OccupancyRepository occupancies, Clock clock) {
        this.cars = cars;
        this.occupancies = occupancies;
        this.clock = clock;
    }

    @Override
    public CarView get(CarId id, Optional<Instant> asOf) {
        var car = cars.find(id).orElseThrow(() -> new Refusal.NotFound("car", id.value()).asException());
        return new CarView(car, asOf.map(instant -> occupancies.findAt(Set.of(id), instant, clock.instant()).get(id)));
    }
}
