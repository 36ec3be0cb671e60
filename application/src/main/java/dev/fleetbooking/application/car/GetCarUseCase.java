package dev.fleetbooking.application.car;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;

@UseCase(readOnly = true)
class GetCarUseCase implements GetCar {

    private final CarRepository cars;

    GetCarUseCase(CarRepository cars) {
        this.cars = cars;
    }

    @Override
    public Car get(CarId id) {
        return cars.find(id).orElseThrow(() -> new Refusal.NotFound("car", id.value()).asException());
    }
}
