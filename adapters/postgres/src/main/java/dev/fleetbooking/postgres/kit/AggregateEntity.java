package dev.fleetbooking.postgres.kit;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * What the rows of all aggregates have in common. It tells Spring Data whether a row is new, because Spring Data would look for a
 * getter of the version first, and throw and catch an exception each time because there is none.
 */
@MappedSuperclass
public abstract class AggregateEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    @Version
    private Long version;

    protected AggregateEntity() {
    }

    /** @param version null for a row to insert */
    protected AggregateEntity(UUID id, Long version) {
        this.id = id;
        this.version = version;
    }

    @Override
    public UUID getId() {
        return id;
    }

    protected Long version() {
        return version;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
