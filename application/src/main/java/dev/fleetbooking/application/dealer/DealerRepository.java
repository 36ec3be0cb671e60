package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import java.time.ZoneId;
import java.util.Set;

/** The dealers. */
public interface DealerRepository extends Repository<DealerId, Dealer> {

    /** The dealers that the caller may know of, by id. */
    Page<Dealer> list(Caller caller, PageRequest<DealerId> page);

    /** The zones that dealers are in. */
    Set<ZoneId> timeZones();
}
