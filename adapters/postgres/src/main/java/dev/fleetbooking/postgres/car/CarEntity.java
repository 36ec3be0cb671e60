package dev.fleetbooking.postgres.car;

import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

@Entity
@Table(name = "car")
class CarEntity extends AggregateEntity {

    /** Named, because PostgreSQL refuses a prepared {@code SELECT car.*} once a later version has added a column. */
    static final String COLUMNS = """
            car.id, car.dealer_id, car.registration_plate, car.make, car.model, car.model_year, car.category, car.daily_price,
            car.currency, car.status, car.version""";

    private UUID dealerId;
    private String registrationPlate;
    private String make;
    private String model;
    private int modelYear;
    private String category;
    private BigDecimal dailyPrice;
    private Currency currency;

    @Enumerated(EnumType.STRING)
    private CarStatus status;

    protected CarEntity() {
    }

    /** @param version null for a row to insert */
    CarEntity(Car car, Long version) {
        super(car.id().value(), version);
        this.dealerId = car.dealerId().value();
        this.registrationPlate = car.registrationPlate().value();
        this.make = car.make().value();
        this.model = car.model().value();
        this.modelYear = car.modelYear().value();
        this.category = car.category().value();
        this.dailyPrice = car.dailyPrice().amount();
        this.currency = car.dailyPrice().currency();
        this.status = car.status();
    }

    Car toDomain() {
        return new Car(
                new CarId(getId()), new DealerId(dealerId), new RegistrationPlate(registrationPlate), new Name(make),
                new Name(model), new ModelYear(modelYear), new Category(category), new Money(dailyPrice, currency), status,
                version());
    }
}
