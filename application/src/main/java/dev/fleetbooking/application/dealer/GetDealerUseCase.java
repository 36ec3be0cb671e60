package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

@UseCase(readOnly = true)
record GetDealerUseCase(DealerRepository dealers, CurrentCaller callers) implements GetDealer {

    @Override
    public Dealer get(DealerId id) {
        return callers.known(dealers.find(id), Dealer::id, "dealer", id.value());
    }
}
