package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;

interface DealerJpaRepository extends AggregateJpaRepository<DealerEntity> {

    @Query("SELECT DISTINCT dealer.timeZone FROM DealerEntity dealer")
    Set<ZoneId> findTimeZones();
}
