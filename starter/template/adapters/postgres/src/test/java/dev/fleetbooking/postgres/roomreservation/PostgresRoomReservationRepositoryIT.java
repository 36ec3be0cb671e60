package dev.fleetbooking.postgres.roomreservation;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.roomreservation.RoomReservationRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresRoomReservationRepositoryIT extends RoomReservationRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
