package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;

interface MaintenanceWindowJpaRepository extends AggregateJpaRepository<MaintenanceWindowEntity> {

    /** The window's car, if there is such a window; locks nothing. */
    @NativeQuery("SELECT car_id FROM maintenance_window WHERE id = :id")
    Optional<UUID> findCar(UUID id);

    @NativeQuery("SELECT id FROM car WHERE id = :car FOR NO KEY UPDATE")
    UUID lockCar(UUID car);
}
