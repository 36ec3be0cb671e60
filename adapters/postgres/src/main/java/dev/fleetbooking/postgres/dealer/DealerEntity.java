package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Currency;

@Entity
@Table(name = "dealer")
class DealerEntity extends AggregateEntity {

    private String name;
    private ZoneId timeZone;
    private Currency currency;
    private int turnaroundMinutes;

    protected DealerEntity() {
    }

    /** @param version null for a row to insert */
    DealerEntity(Dealer dealer, Long version) {
        super(dealer.id().value(), version);
        this.name = dealer.name().value();
        this.timeZone = dealer.timeZone();
        this.currency = dealer.currency();
        this.turnaroundMinutes = dealer.turnaround().minutes();
    }

    Dealer toDomain() {
        return new Dealer(
                new DealerId(getId()), new Name(name), timeZone, currency, new Turnaround(turnaroundMinutes), version());
    }
}
