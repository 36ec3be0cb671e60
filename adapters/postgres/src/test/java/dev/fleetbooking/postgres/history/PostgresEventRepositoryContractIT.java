package dev.fleetbooking.postgres.history;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresEventRepositoryContractIT extends EventRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
