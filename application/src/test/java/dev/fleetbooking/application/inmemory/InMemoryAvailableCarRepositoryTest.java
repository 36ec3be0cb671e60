package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.AvailableCarRepositoryContract;

class InMemoryAvailableCarRepositoryTest extends AvailableCarRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
