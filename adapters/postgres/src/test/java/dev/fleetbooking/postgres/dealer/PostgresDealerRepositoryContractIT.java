package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.dealer.DealerRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresDealerRepositoryContractIT extends DealerRepositoryContract {

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
