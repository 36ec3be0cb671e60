package dev.fleetbooking.application.car;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;

@UseCase(readOnly = true)
class ListCarsUseCase implements ListCars {

    private final CarRepository cars;

    ListCarsUseCase(CarRepository cars) {
        this.cars = cars;
    }

    @Override
    public Page<Car> list(CarRepository.Filter filter, PageRequest<CarId> page) {
        return cars.list(filter, page);
    }
}
