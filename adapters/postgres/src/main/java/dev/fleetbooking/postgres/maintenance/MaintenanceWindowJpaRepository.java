package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.postgres.AggregateJpaRepository;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;

interface MaintenanceWindowJpaRepository extends AggregateJpaRepository<MaintenanceWindowEntity> {

    /** Locks the window's car {@code FOR NO KEY UPDATE}, if there is such a window. */
    @NativeQuery("""
            SELECT car.id FROM car JOIN maintenance_window ON maintenance_window.car_id = car.id
            WHERE maintenance_window.id = :id
            FOR NO KEY UPDATE OF car
            """)
    Optional<UUID> lockCar(UUID id);
}
