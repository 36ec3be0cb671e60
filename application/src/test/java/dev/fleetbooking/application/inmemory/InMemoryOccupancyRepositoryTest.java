package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.calendar.OccupancyRepositoryContract;

class InMemoryOccupancyRepositoryTest extends OccupancyRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
