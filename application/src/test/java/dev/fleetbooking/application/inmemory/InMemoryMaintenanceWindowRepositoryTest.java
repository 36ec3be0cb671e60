package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepositoryContract;

class InMemoryMaintenanceWindowRepositoryTest extends MaintenanceWindowRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
