package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

@UseCase(readOnly = true)
class GetDealerUseCase implements GetDealer {

    private final DealerRepository dealers;

    GetDealerUseCase(DealerRepository dealers) {
        this.dealers = dealers;
    }

    @Override
    public Dealer get(DealerId id) {
        return dealers.find(id).orElseThrow(() -> new Refusal.NotFound("dealer", id.value()).asException());
    }
}
