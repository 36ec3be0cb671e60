package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.car.CarOfDealer;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record PostgresCarRepository(CarJpaRepository cars, JdbcClient jdbc, LockQueues queues) implements CarRepository {

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

    /**
     * One round trip for both, by SQL: Hibernate's lock mode would lock the dealer too, and its native query costs several times
     * as much, in every booking.
     */
    @Override
    public Optional<CarOfDealer> findForClaim(CarId id) {
        var query = jdbc.sql("""
                        SELECT car.id, dealer_id, registration_plate, make, model, model_year, category, daily_price, status,
                            car.currency, car.version, name, time_zone, turnaround_minutes, dealer.version AS dealer_version
                        FROM car JOIN dealer ON dealer.id = dealer_id WHERE car.id = :id FOR SHARE OF car
                        """)
                .param("id", id.value())
                .query(PostgresCarRepository::carOfDealer);
        return queues.join(id.value(), query::optional);
    }

    private static CarOfDealer carOfDealer(ResultSet row, int rowNumber) throws SQLException {
        var dealerId = new DealerId(row.getObject("dealer_id", UUID.class));
        var currency = Currency.getInstance(row.getString("currency")); // the dealer has the same, by car_dealer_fkey
        return new CarOfDealer(
                new Car(
                        new CarId(row.getObject("id", UUID.class)), dealerId,
                        new RegistrationPlate(row.getString("registration_plate")), new Name(row.getString("make")),
                        new Name(row.getString("model")), new ModelYear(row.getInt("model_year")),
                        new Category(row.getString("category")), new Money(row.getBigDecimal("daily_price"), currency),
                        CarStatus.valueOf(row.getString("status")), row.getLong("version")),
                new Dealer(
                        dealerId, new Name(row.getString("name")), ZoneId.of(row.getString("time_zone")), currency,
                        new Turnaround(row.getInt("turnaround_minutes")), row.getLong("dealer_version")));
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
    public Page<Car> list(ListCars.Filter filter, Caller caller, PageRequest<CarId> page) {
        return new ListQuery<>(cars)
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .equal("dealerId", caller.onlyDealer().map(DealerId::value))
                .equal("category", filter.category().map(Category::value))
                .equal("status", filter.status())
                .page(page, CarId::value, CarEntity::toDomain);
    }
}
