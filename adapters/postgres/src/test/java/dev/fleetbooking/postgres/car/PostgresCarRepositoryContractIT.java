package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.CarRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresCarRepositoryContractIT extends CarRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
