package dev.fleetbooking.postgres.maintenance;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresMaintenanceWindowRepositoryContractIT extends MaintenanceWindowRepositoryContract {

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
