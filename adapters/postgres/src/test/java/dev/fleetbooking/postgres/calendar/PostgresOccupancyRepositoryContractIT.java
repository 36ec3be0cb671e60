package dev.fleetbooking.postgres.calendar;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.calendar.OccupancyRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresOccupancyRepositoryContractIT extends OccupancyRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    protected Ports ports() {
        return adapters.ports();
    }

    @Override
    protected <T> T inTransaction(Supplier<T> call) {
        return adapters.inTransaction(call);
    }
}
