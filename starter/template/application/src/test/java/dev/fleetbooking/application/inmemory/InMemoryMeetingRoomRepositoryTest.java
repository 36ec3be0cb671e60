package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepositoryContract;

class InMemoryMeetingRoomRepositoryTest extends MeetingRoomRepositoryContract {

    @Override
    protected TestStore newStore() {
        return new InMemoryStore();
    }
}
