package dev.fleetbooking.postgres.meetingroom;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;

class PostgresMeetingRoomRepositoryIT extends MeetingRoomRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }
}
