package dev.fleetbooking.application.car;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.text.Name;
import java.time.Clock;

@UseCase
class AddCarUseCase implements AddCar {

    private final CarRepository cars;
    private final DealerRepository dealers;
    private final IdGenerator ids;
    private final Clock clock;

    AddCarUseCase(CarRepository cars, DealerRepository dealers, IdGenerator ids, Clock clock) {
        this.cars = cars;
        this.dealers = dealers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Car add(Command command) {
        var violations = new Violations();
        var dealer = dealers.find(command.dealerId());
        if (dealer.isEmpty()) {
            violations.add("dealerId", "must name an existing dealer");
        }
        var plate = violations.check("registrationPlate", () -> new RegistrationPlate(command.registrationPlate()));
        var make = violations.check("make", () -> new Name(command.make()));
        var model = violations.check("model", () -> new Name(command.model()));
        var year = violations.check("modelYear", () -> ModelYear.of(command.modelYear(), clock.instant()));
        var category = violations.check("category", () -> new Category(command.category()));
        var dailyPrice = command.dailyPrice().check(violations, "dailyPrice", dealer.map(Dealer::currency));
        violations.refuseIfAny();

        var car = Car.add(new CarId(ids.next()), command.dealerId(), plate, make, model, year, category, dailyPrice);
        cars.add(car);
        return car;
    }
}
