package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.AvailableCarRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresAvailableCarRepositoryContractIT extends AvailableCarRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
