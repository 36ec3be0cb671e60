package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.schedule.ScheduleRepositoryContract;

class InMemoryScheduleRepositoryTest extends ScheduleRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
