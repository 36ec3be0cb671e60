package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

@UseCase(readOnly = true)
class ListDealersUseCase implements ListDealers {

    private final DealerRepository dealers;

    ListDealersUseCase(DealerRepository dealers) {
        this.dealers = dealers;
    }

    @Override
    public Page<Dealer> list(PageRequest<DealerId> page) {
        return dealers.list(page);
    }
}
