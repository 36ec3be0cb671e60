package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "maintenance_window")
class MaintenanceWindowEntity extends AggregateEntity {

    private UUID carId;
    private UUID dealerId;
    private Instant startsAt;
    private Instant endsAt;
    private String reason;

    @Enumerated(EnumType.STRING)
    private MaintenanceStatus status;

    private Instant createdAt;

    protected MaintenanceWindowEntity() {
    }

    /** @param version null for a row to insert */
    MaintenanceWindowEntity(MaintenanceWindow window, Long version) {
        super(window.id().value(), version);
        this.carId = window.carId().value();
        this.dealerId = window.dealerId().value();
        this.startsAt = window.period().start();
        this.endsAt = window.period().end();
        this.reason = window.reason().value();
        this.status = window.status();
        this.createdAt = window.createdAt();
    }

    MaintenanceWindow toDomain() {
        return new MaintenanceWindow(
                new MaintenanceWindowId(getId()), new CarId(carId), new DealerId(dealerId), new Period(startsAt, endsAt),
                new Reason(reason), status, createdAt, version());
    }
}
