package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.roomreservation.RoomReservationRepositoryContract;

class InMemoryRoomReservationRepositoryTest extends RoomReservationRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
