package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.kit.InMemoryTransactions;

/** The store of the in-memory adapters, which also fail if a caller violates the Javadoc of a port. */
public final class InMemoryStore extends InMemoryTransactions<Rows> implements TestStore {

    public InMemoryStore() {
        super(new Rows(), Rows::copy, Rows::beforeCommit);
    }

    @Override
    public Ports ports() {
        return new Ports(
                new InMemoryDealerRepository(this),
                new InMemoryCarRepository(this),
                new InMemoryBookingRepository(this),
                new InMemoryMaintenanceWindowRepository(this),
                new InMemoryOccupancyRepository(this),
                new InMemoryAvailableCarRepository(this),
                new InMemoryScheduleRepository(this),
                new InMemoryEventRepository(this));
    }
}
