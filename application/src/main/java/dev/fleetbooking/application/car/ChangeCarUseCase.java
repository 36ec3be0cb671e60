package dev.fleetbooking.application.car;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.Category;
import java.time.Clock;
import java.util.Optional;

@UseCase
class ChangeCarUseCase implements ChangeCar {

    private final CarRepository cars;
    private final OccupancyRepository occupancies;
    private final Clock clock;

    ChangeCarUseCase(CarRepository cars, OccupancyRepository occupancies, Clock clock) {
        this.cars = cars;
        this.occupancies = occupancies;
        this.clock = clock;
    }

    @Override
    public Car change(Command command) {
        var car = cars.findForUpdate(command.id())
                .orElseThrow(() -> new Refusal.NotFound("car", command.id().value()).asException());
        command.precondition().verify(car.revision());

        var violations = new Violations();
        var currency = Optional.of(car.dailyPrice().currency());
        var dailyPrice = command.dailyPrice()
                .map(given -> given.check(violations, "dailyPrice", currency))
                .orElse(car.dailyPrice());
        var category = violations.check("category", () -> command.category().map(Category::new).orElse(car.category()));
        violations.refuseIfAny();

        var priced = car.withDailyPrice(dailyPrice).withCategory(category);
        var changed = command.status()
                .map(status -> priced.withStatus(status, occupancies.findByCar(car.id(), clock.instant())))
                .orElse(priced);
        return changed.equals(car) ? car : cars.update(changed);
    }
}
