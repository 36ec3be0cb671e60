package dev.fleetbooking.rest.dealer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import java.util.UUID;

record DealerResponse(
        @JsonIgnore Revision revision,
        UUID id,
        String name,
        String timeZone,
        String currency,
        int turnaroundMinutes) implements Revisioned {

    static DealerResponse of(Dealer dealer) {
        return new DealerResponse(
                dealer.revision(),
                dealer.id().value(),
                dealer.name().value(),
                dealer.timeZone().getId(),
                dealer.currency().getCurrencyCode(),
                dealer.turnaround().minutes());
    }
}
