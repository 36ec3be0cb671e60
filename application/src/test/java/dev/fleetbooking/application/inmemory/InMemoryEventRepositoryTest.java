package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepositoryContract;

class InMemoryEventRepositoryTest extends EventRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TestStore store() {
        return store;
    }
}
