package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.kit.InMemoryTransactions;

/** The store of the in-memory adapters, which also fail if a caller violates the Javadoc of a port. */
public final class InMemoryStore extends InMemoryTransactions<Rows> implements TestStore {

    public InMemoryStore() {
        super(new Rows(), Rows::copy, _ -> { });
    }

    @Override
    public Ports ports() {
        return new Ports(
                new InMemoryMeetingRoomRepository(this), new InMemoryRoomReservationRepository(this),
                new InMemoryEventRepository(this));
    }
}
