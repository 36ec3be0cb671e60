package dev.fleetbooking.postgres.car;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;

interface CarJpaRepository extends AggregateJpaRepository<CarEntity> {

    /** Locks {@code FOR NO KEY UPDATE}, in order of the ids. */
    @NativeQuery("SELECT " + CarEntity.COLUMNS + """

            FROM car AS origin
            JOIN car ON car.dealer_id = origin.dealer_id
                AND (car.id = origin.id OR car.category = origin.category AND car.status = 'IN_SERVICE')
            WHERE origin.id = :id
            ORDER BY car.id
            FOR NO KEY UPDATE OF car
            """)
    List<CarEntity> findPeersForUpdate(UUID id);
}
