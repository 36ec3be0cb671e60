package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepositoryContract;

class InMemoryMaintenanceWindowRepositoryTest extends MaintenanceWindowRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TestStore store() {
        return store;
    }
}
