package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresMaintenanceWindowRepositoryContractIT extends MaintenanceWindowRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    public TestStore store() {
        return adapters;
    }
}
