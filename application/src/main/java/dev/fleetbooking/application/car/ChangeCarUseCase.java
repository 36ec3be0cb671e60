package dev.fleetbooking.application.car;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

@UseCase
record ChangeCarUseCase(
        CarRepository cars, OccupancyRepository occupancies, History history, CurrentCaller callers, Clock clock)
        implements ChangeCar {

    @Override
    public Car change(Command command) {
        var car = callers.known(cars.findForUpdate(command.id()), Car::dealerId, "car", command.id().value());
        command.precondition().verify(car.revision());

        var violations = new Violations();
        var currency = Optional.of(car.dailyPrice().currency());
        var dailyPrice = command.dailyPrice()
                .map(given -> given.check(violations, "dailyPrice", currency))
                .orElse(car.dailyPrice());
        var category = violations.check("category", () -> command.category().map(Category::new).orElse(car.category()));
        violations.refuseIfAny();

        var priced = car.withDailyPrice(dailyPrice).withCategory(category);
        var now = clock.instant();
        var changed = command.status().map(status -> withStatus(priced, status, now)).orElse(priced);
        if (changed.equals(car)) {
            return car;
        }
        var updated = cars.update(changed);
        history.record(EventType.CAR_CHANGED, Optional.of(car), updated, now);
        return updated;
    }

    private Car withStatus(Car car, CarStatus status, Instant now) {
        var nowOrLater = occupancies.findByCar(car.id(), now).stream().filter(found -> !found.hasLapsed(now)).toList();
        return car.withStatus(status, nowOrLater, now);
    }
}
