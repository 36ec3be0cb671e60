package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.dealer.DealerRepositoryContract;

class InMemoryDealerRepositoryTest extends DealerRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
