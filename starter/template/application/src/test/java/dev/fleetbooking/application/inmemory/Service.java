package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.application.kit.UseCases;
import dev.fleetbooking.application.meetingroom.AddMeetingRoom;
import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import java.util.List;

/** The use cases on in-memory adapters, with what tests do most. */
public final class Service {

    public final SettableClock clock = new SettableClock();
    private final UseCases useCases;

    public Service() {
        var store = new InMemoryStore();
        var ports = store.ports();
        useCases = new UseCases(store, List.of(
                ports.meetingRooms(), ports.roomReservations(), ports.events(), new SequentialIds(), clock));
    }

    public <P> P useCase(Class<P> drivingPort) {
        return useCases.get(drivingPort);
    }

    public MeetingRoom meetingRoom() {
        return useCase(AddMeetingRoom.class).add(new AddMeetingRoom.Command("North"));
    }

    public RoomReservation reserve(MeetingRoom meetingRoom, Period period) {
        return useCase(MakeRoomReservation.class).make(
                new MakeRoomReservation.Command(meetingRoom.id(), "Ada Lovelace", period.start(), period.end()));
    }
}
