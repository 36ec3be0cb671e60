package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.booking.BookingRepositoryContract;

class InMemoryBookingRepositoryTest extends BookingRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
