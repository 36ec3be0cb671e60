package dev.fleetbooking.bench.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity
class Booking {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Car car;

    private String customerName;
    private String customerEmail;
    private Instant startsAt;
    private Instant endsAt;
    private BigDecimal total;
    private String status;
    private Instant createdAt;

    @Version
    private Integer version;

    protected Booking() {
    }

    Booking(Car car, String customerName, String customerEmail, Instant startsAt, Instant endsAt, BigDecimal total, Instant createdAt) {
        this.car = car;
        this.customerName = customerName;
        this.customerEmail = customerEmail;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.total = total;
        this.status = "CONFIRMED";
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    Car car() {
        return car;
    }

    String customerName() {
        return customerName;
    }

    String customerEmail() {
        return customerEmail;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    BigDecimal total() {
        return total;
    }

    String status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
