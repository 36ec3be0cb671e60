package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;

@UseCase(readOnly = true)
record GetDealerUseCase(DealerRepository dealers, CurrentCaller callers) implements GetDealer {

    @Override
    public Dealer get(DealerId id) {
        return dealers.find(id)
                .filter(dealer -> callers.get().knows(dealer.id()))
                .orElseThrow(() -> new CommonRefusal.NotFound("dealer", id.value()).asException());
    }
}
