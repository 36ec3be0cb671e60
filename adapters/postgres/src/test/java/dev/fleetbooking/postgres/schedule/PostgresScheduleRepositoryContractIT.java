package dev.fleetbooking.postgres.schedule;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.schedule.ScheduleRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresScheduleRepositoryContractIT extends ScheduleRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
