package dev.fleetbooking.postgres.car;

import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.pricing.Money;
import dev.fleetbooking.domain.text.Name;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

@Entity
@Table(name = "car")
class CarEntity {

    @Id
    private UUID id;

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

    @Version
    private Long version;

    protected CarEntity() {
    }

    /** @param version null for a row to insert: that is how Spring Data tells it from one to update */
    CarEntity(Car car, Long version) {
        this.id = car.id().value();
        this.dealerId = car.dealerId().value();
        this.registrationPlate = car.registrationPlate().value();
        this.make = car.make().value();
        this.model = car.model().value();
        this.modelYear = car.modelYear().value();
        this.category = car.category().value();
        this.dailyPrice = car.dailyPrice().amount();
        this.currency = car.dailyPrice().currency();
        this.status = car.status();
        this.version = version;
    }

    Car toDomain() {
        return new Car(
                new CarId(id), new DealerId(dealerId), new RegistrationPlate(registrationPlate), new Name(make),
                new Name(model), new ModelYear(modelYear), new Category(category), new Money(dailyPrice, currency), status,
                version);
    }
}
