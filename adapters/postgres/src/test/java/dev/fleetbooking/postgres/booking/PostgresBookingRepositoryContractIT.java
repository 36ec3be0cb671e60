package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.booking.BookingRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresBookingRepositoryContractIT extends BookingRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
