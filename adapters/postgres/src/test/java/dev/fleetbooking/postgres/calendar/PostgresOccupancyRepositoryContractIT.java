package dev.fleetbooking.postgres.calendar;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.calendar.OccupancyRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresOccupancyRepositoryContractIT extends OccupancyRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
