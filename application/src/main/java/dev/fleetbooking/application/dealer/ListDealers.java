package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

/** Lists the dealers by id. */
public interface ListDealers {

    /** One page of them. */
    Page<Dealer> list(PageRequest<DealerId> page);
}
