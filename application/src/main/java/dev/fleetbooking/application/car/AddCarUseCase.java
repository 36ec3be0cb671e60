package dev.fleetbooking.application.car;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.Clock;
import java.util.Optional;

@UseCase
record AddCarUseCase(
        CarRepository cars, DealerRepository dealers, History history, CurrentCaller callers, IdGenerator ids, Clock clock)
        implements AddCar {

    @Override
    public Car add(Command command) {
        if (!callers.get().knows(command.dealerId())) {
            throw new CommonRefusal.Forbidden().asException();
        }
        var now = clock.instant();
        var violations = new Violations();
        var dealer = dealers.find(command.dealerId());
        violations.require(dealer.isPresent(), "dealerId", "must name an existing dealer");
        var plate = violations.check("registrationPlate", () -> new RegistrationPlate(command.registrationPlate()));
        var make = violations.check("make", () -> new Name(command.make()));
        var model = violations.check("model", () -> new Name(command.model()));
        var year = violations.check("modelYear", () -> ModelYear.of(command.modelYear(), now));
        var category = violations.check("category", () -> new Category(command.category()));
        var dailyPrice = command.dailyPrice().check(violations, "dailyPrice", dealer.map(Dealer::currency));
        violations.refuseIfAny();

        var car = Car.add(new CarId(ids.next()), command.dealerId(), plate, make, model, year, category, dailyPrice);
        cars.add(car);
        history.record(EventType.CAR_ADDED, Optional.empty(), car, now);
        return car;
    }
}
