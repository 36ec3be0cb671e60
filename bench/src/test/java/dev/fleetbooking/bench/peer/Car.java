package dev.fleetbooking.bench.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

@Entity
class Car {

    @Id
    private UUID id;

    private UUID dealerId;
    private String registrationPlate;
    private String make;
    private String model;
    private String category;
    private BigDecimal dailyPrice;
    private String currency;

    UUID id() {
        return id;
    }

    UUID dealerId() {
        return dealerId;
    }

    String registrationPlate() {
        return registrationPlate;
    }

    String make() {
        return make;
    }

    String model() {
        return model;
    }

    String category() {
        return category;
    }

    BigDecimal dailyPrice() {
        return dailyPrice;
    }

    String currency() {
        return currency;
    }
}
