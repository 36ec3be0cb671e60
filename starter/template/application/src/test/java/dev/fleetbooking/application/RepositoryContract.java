package dev.fleetbooking.application;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.kit.StoreContract;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.application.roomreservation.RoomReservationRepository;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.UUID;

/** What the contract tests of the driven ports share. An adapter passes a contract by extending it with its store. */
public abstract class RepositoryContract implements StoreContract {

    private final SequentialIds ids = new SequentialIds();
    private TestStore store;

    /** An empty one. */
    protected abstract TestStore newStore();

    @Override
    public final TestStore store() {
        if (store == null) {
            store = newStore();
        }
        return store;
    }

    protected final MeetingRoomRepository meetingRooms() {
        return store().ports().meetingRooms();
    }

    protected final RoomReservationRepository roomReservations() {
        return store().ports().roomReservations();
    }

    protected final EventRepository events() {
        return store().ports().events();
    }

    /** Greater than all before. */
    protected final UUID nextId() {
        return ids.next();
    }

    protected final MeetingRoom givenMeetingRoom() {
        var meetingRoom = new MeetingRoom(new MeetingRoomId(nextId()), new Name("North"));
        commit(() -> meetingRooms().add(meetingRoom));
        return meetingRoom;
    }

    protected final RoomReservation newRoomReservation(MeetingRoom meetingRoom, Period period) {
        return RoomReservation.make(new RoomReservationId(nextId()), meetingRoom.id(), new Name("Ada Lovelace"), period);
    }

    protected final boolean claim(RoomReservation roomReservation) {
        return inTransaction(() -> roomReservations().claim(roomReservation));
    }

    protected final RoomReservation givenRoomReservation(MeetingRoom meetingRoom, Period period) {
        var roomReservation = newRoomReservation(meetingRoom, period);
        if (!claim(roomReservation)) {
            throw new IllegalStateException("is taken: " + period);
        }
        return roomReservation;
    }

    protected final RoomReservation cancel(RoomReservation roomReservation) {
        return inTransaction(() -> {
            var found = roomReservations().findForUpdate(roomReservation.id()).orElseThrow();
            return roomReservations().update(found.cancel(found.period().start().minusSeconds(1)));
        });
    }
}
