package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.car.AvailableCarRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresAvailableCarRepositoryContractIT extends AvailableCarRepositoryContract {

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
