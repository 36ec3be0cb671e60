package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepositoryContract;

class InMemoryEventRepositoryTest extends EventRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
