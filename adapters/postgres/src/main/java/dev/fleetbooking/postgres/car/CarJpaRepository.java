package dev.fleetbooking.postgres.car;

import dev.fleetbooking.postgres.AggregateJpaRepository;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CarJpaRepository extends AggregateJpaRepository<CarEntity> {

    /** Locks {@code FOR SHARE}. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("SELECT car FROM CarEntity car WHERE car.id = :id")
    Optional<CarEntity> findForClaim(UUID id);
}
