package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.car.CarRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresCarRepositoryContractIT extends CarRepositoryContract {

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
