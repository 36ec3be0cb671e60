package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;

@UseCase(readOnly = true)
record ListDealersUseCase(DealerRepository dealers, CurrentCaller callers) implements ListDealers {

    @Override
    public Page<Dealer> list(PageRequest<DealerId> page) {
        return dealers.list(callers.get(), page);
    }
}
