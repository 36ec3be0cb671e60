package dev.fleetbooking.rest.car;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.calendar.OccupancyResponse;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.kit.money.MoneyResponse;
import java.util.Optional;
import java.util.UUID;

public record CarResponse(
        @JsonIgnore Revision revision,
        UUID id,
        UUID dealerId,
        String registrationPlate,
        String make,
        String model,
        int modelYear,
        String category,
        MoneyResponse dailyPrice,
        CarStatus status,
        Optional<OccupancyResponse> occupiedBy) implements Revisioned {

    static CarResponse of(Car car) {
        return of(new CarView(car, Optional.empty()));
    }

    static CarResponse of(CarView view) {
        var car = view.car();
        return new CarResponse(
                car.revision(),
                car.id().value(),
                car.dealerId().value(),
                car.registrationPlate().value(),
                car.make().value(),
                car.model().value(),
                car.modelYear().value(),
                car.category().value(),
                MoneyResponse.of(car.dailyPrice()),
                car.status(),
                view.occupiedBy().map(OccupancyResponse::of));
    }
}
