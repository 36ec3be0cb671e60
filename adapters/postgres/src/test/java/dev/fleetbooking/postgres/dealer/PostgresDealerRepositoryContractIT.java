package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.dealer.DealerRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresDealerRepositoryContractIT extends DealerRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
