package dev.fleetbooking.application.dealer;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

/** Shows one dealer. */
public interface GetDealer {

    /** @throws RefusedException with {@link Refusal.NotFound} if there is none with this id */
    Dealer get(DealerId id);
}
