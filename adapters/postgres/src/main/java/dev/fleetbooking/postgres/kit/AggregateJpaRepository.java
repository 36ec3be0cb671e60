package dev.fleetbooking.postgres.kit;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/** What the tables of all aggregates have in common. */
@NoRepositoryBean
public interface AggregateJpaRepository<E> extends JpaRepository<E, UUID>, JpaSpecificationExecutor<E> {

    /** Locks {@code FOR NO KEY UPDATE}: rows that refer to this one by a foreign key can still be written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT entity FROM #{#entityName} entity WHERE entity.id = :id")
    Optional<E> findForUpdate(UUID id);
}
