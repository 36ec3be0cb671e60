package dev.fleetbooking.application.dealer;

import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Shows one dealer. */
public interface GetDealer {

    /** @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id */
    Dealer get(DealerId id);
}
