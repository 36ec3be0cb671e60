package dev.fleetbooking.postgres.car;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;

interface CarJpaRepository extends AggregateJpaRepository<CarEntity> {

    /** Locks {@code FOR NO KEY UPDATE}, in order of the ids. */
    @NativeQuery("""
            SELECT peer.* FROM car
            JOIN car AS peer ON peer.dealer_id = car.dealer_id
                AND (peer.id = car.id OR peer.category = car.category AND peer.status = 'IN_SERVICE')
            WHERE car.id = :id
            ORDER BY peer.id
            FOR NO KEY UPDATE OF peer
            """)
    List<CarEntity> findPeersForUpdate(UUID id);
}
