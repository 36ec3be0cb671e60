package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.AvailableCarRepositoryContract;

class InMemoryAvailableCarRepositoryTest extends AvailableCarRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TestStore store() {
        return store;
    }
}
