package dev.fleetbooking.postgres.history;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresEventRepositoryContractIT extends EventRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    public TestStore store() {
        return adapters;
    }
}
