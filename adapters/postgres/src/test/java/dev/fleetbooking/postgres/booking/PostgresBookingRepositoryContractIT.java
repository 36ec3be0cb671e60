package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.booking.BookingRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.function.Supplier;

class PostgresBookingRepositoryContractIT extends BookingRepositoryContract {

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
