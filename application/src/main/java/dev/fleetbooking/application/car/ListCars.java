package dev.fleetbooking.application.car;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;

/** Lists cars by id. */
public interface ListCars {

    /** One page of the cars that pass the filter. */
    Page<Car> list(CarRepository.Filter filter, PageRequest<CarId> page);
}
