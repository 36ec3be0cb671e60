package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.text.Name;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

@Entity
@Table(name = "dealer")
class DealerEntity {

    @Id
    private UUID id;

    private String name;
    private ZoneId timeZone;
    private Currency currency;
    private int turnaroundMinutes;

    @Version
    private Long version;

    protected DealerEntity() {
    }

    /** @param version null for a row to insert: that is how Spring Data tells it from one to update */
    DealerEntity(Dealer dealer, Long version) {
        this.id = dealer.id().value();
        this.name = dealer.name().value();
        this.timeZone = dealer.timeZone();
        this.currency = dealer.currency();
        this.turnaroundMinutes = dealer.turnaround().minutes();
        this.version = version;
    }

    Dealer toDomain() {
        return new Dealer(
                new DealerId(id), new Name(name), timeZone, currency, new Turnaround(turnaroundMinutes), version);
    }
}
