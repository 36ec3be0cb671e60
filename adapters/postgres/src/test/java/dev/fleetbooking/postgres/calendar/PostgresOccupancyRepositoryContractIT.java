package dev.fleetbooking.postgres.calendar;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.calendar.OccupancyRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresOccupancyRepositoryContractIT extends OccupancyRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    public TestStore store() {
        return adapters;
    }
}
