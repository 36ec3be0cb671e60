package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.car.CarOfDealer;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import java.util.List;
import java.util.Optional;

final class InMemoryCarRepository implements CarRepository {

    private final InMemoryStore store;

    InMemoryCarRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Car car) {
        store.write(rows -> {
            rows.requireDealerOf(car);
            if (rows.cars.all().anyMatch(other -> hasSamePlate(car, other))) {
                throw new FleetRefusal.DuplicateRegistrationPlate(car.registrationPlate()).asException();
            }
            rows.cars.add(car);
            return null;
        });
    }

    @Override
    public Optional<Car> find(CarId id) {
        return store.read(rows -> rows.cars.find(id.value()));
    }

    @Override
    public Optional<CarOfDealer> findForClaim(CarId id) {
        return store.write(rows -> rows.findCarForClaim(id)
                .map(car -> new CarOfDealer(car, rows.dealers.find(car.dealerId().value()).orElseThrow())));
    }

    @Override
    public Optional<Car> findForUpdate(CarId id) {
        return store.write(rows -> rows.findCarForUpdate(id));
    }

    @Override
    public List<Car> findPeersForUpdate(CarId id) {
        return store.write(rows -> rows.cars.find(id.value()).stream()
                .flatMap(car -> rows.cars.all().filter(other -> other.equals(car) || isPeer(car, other)))
                .flatMap(found -> rows.findCarForUpdate(found.id()).stream())
                .toList());
    }

    @Override
    public Car update(Car car) {
        return store.write(rows -> {
            rows.requireDealerOf(car);
            return rows.cars.update(car);
        });
    }

    @Override
    public Page<Car> list(ListCars.Filter filter, Caller caller, PageRequest<CarId> page) {
        return store.read(rows -> rows.cars.page(car -> caller.knows(car.dealerId()) && passes(car, filter), page, CarId::value));
    }

    private static boolean isPeer(Car car, Car other) {
        return other.dealerId().equals(car.dealerId()) && other.category().equals(car.category())
                && other.status() == CarStatus.IN_SERVICE;
    }

    private static boolean hasSamePlate(Car car, Car other) {
        return other.dealerId().equals(car.dealerId()) && other.registrationPlate().equals(car.registrationPlate());
    }

    private static boolean passes(Car car, ListCars.Filter filter) {
        return filter.dealerId().map(car.dealerId()::equals).orElse(true)
                && filter.category().map(car.category()::equals).orElse(true)
                && filter.status().map(car.status()::equals).orElse(true);
    }
}
