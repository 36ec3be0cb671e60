package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.history.EventRepositoryContract;
import java.util.function.Supplier;

class InMemoryEventRepositoryTest extends EventRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Ports ports() {
        return store.ports();
    }

    @Override
    protected <T> T inTransaction(Supplier<T> call) {
        return store.inTransaction(call);
    }
}
