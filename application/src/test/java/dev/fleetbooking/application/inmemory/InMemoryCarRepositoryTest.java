package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.CarRepositoryContract;

class InMemoryCarRepositoryTest extends CarRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
