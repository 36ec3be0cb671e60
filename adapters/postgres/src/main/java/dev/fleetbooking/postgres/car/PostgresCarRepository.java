package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCarRepository implements CarRepository {

    /**
     * Reads the dealer too, which a booking needs next; Hibernate then has it already, which saves a round trip. The dealer's
     * row is not locked, as it would be by Hibernate's lock mode.
     */
    private static final String FIND_FOR_CLAIM = """
            SELECT {car.*}, {dealer.*} FROM car JOIN dealer ON dealer.id = car.dealer_id WHERE car.id = :id FOR SHARE OF car
            """;

    private final CarJpaRepository cars;
    private final EntityManager entityManager;
    private final LockQueues queues;

    PostgresCarRepository(CarJpaRepository cars, EntityManager entityManager, LockQueues queues) {
        this.cars = cars;
        this.entityManager = entityManager;
        this.queues = queues;
    }

    @Override
    public void add(Car car) {
        try {
            cars.saveAndFlush(new CarEntity(car, null));
        } catch (DataIntegrityViolationException failure) {
            if (PostgresFailures.violates(failure, "car_registration_plate_key")) {
                throw new FleetRefusal.DuplicateRegistrationPlate(car.registrationPlate()).asException();
            }
            throw failure;
        }
    }

    @Override
    public Optional<Car> find(CarId id) {
        return cars.findById(id.value()).map(CarEntity::toDomain);
    }

    @Override
    public Optional<Car> findForClaim(CarId id) {
        var query = entityManager.unwrap(Session.class).createNativeQuery(FIND_FOR_CLAIM, Object[].class)
                .addEntity("car", CarEntity.class)
                .addEntity("dealer", "dev.fleetbooking.postgres.dealer.DealerEntity")
                .setParameter("id", id.value());
        return queues.join(id.value(), query::uniqueResultOptional)
                .map(row -> ((CarEntity) row[0]).toDomain());
    }

    @Override
    public Optional<Car> findForUpdate(CarId id) {
        return queues.acquire(id.value(), () -> cars.findForUpdate(id.value())).map(CarEntity::toDomain);
    }

    @Override
    public List<Car> findPeersForUpdate(CarId id) {
        var found = queues.join(id.value(), () -> cars.findPeersForUpdate(id.value())).stream().map(CarEntity::toDomain).toList();
        found.forEach(car -> queues.hold(car.id().value()));
        // The category of the car may have changed while this call waited for its lock.
        var category = found.stream().filter(car -> car.id().equals(id)).map(Car::category).findFirst();
        return found.stream().filter(peer -> category.equals(Optional.of(peer.category()))).toList();
    }

    @Override
    public Car update(Car car) {
        return cars.saveAndFlush(new CarEntity(car, car.version())).toDomain();
    }

    @Override
    public Page<Car> list(ListCars.Filter filter, PageRequest<CarId> page) {
        return new ListQuery<>(cars)
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .equal("category", filter.category().map(Category::value))
                .equal("status", filter.status())
                .page(page, CarId::value, CarEntity::toDomain);
    }
}
