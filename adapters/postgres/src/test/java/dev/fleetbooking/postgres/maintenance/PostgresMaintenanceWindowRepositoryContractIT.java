package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresMaintenanceWindowRepositoryContractIT extends MaintenanceWindowRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
