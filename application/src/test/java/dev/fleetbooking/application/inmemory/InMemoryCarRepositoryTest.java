package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.CarRepositoryContract;

class InMemoryCarRepositoryTest extends CarRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TestStore store() {
        return store;
    }
}
