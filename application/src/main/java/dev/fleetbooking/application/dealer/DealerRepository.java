package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The dealers. */
public interface DealerRepository {

    /** Adds a new dealer. */
    void add(Dealer dealer);

    /** The dealer with this id, if there is one. */
    Optional<Dealer> find(DealerId id);

    /** The same; until the call of the use case ends, nobody else changes the dealer. */
    Optional<Dealer> findForUpdate(DealerId id);

    /** Replaces a dealer that was found for update, and returns it with its next version. */
    Dealer update(Dealer dealer);

    /** The dealers by id. */
    Page<Dealer> list(PageRequest<DealerId> page);

    /** The zones that dealers are in. */
    Set<ZoneId> timeZones();
}
