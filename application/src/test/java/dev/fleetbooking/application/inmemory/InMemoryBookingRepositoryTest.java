package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.booking.BookingRepositoryContract;

class InMemoryBookingRepositoryTest extends BookingRepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TestStore store() {
        return store;
    }
}
