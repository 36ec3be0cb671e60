package dev.fleetbooking.rest;

import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.rest.kit.StubPorts;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What the driving ports answer in tests of this adapter. */
public final class Samples {

    public static final UUID ID = UUID.fromString("0197d1a2-7c7e-7000-8000-00000000000a");
    public static final Period PERIOD = new Period(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-01T10:00:00Z"));
    public static final MeetingRoom MEETING_ROOM = new MeetingRoom(new MeetingRoomId(ID), new Name("North"));
    public static final RoomReservation ROOM_RESERVATION =
            RoomReservation.make(new RoomReservationId(ID), MEETING_ROOM.id(), new Name("Ada Lovelace"), PERIOD);
    private static final Event EVENT = Event.of(Event.Type.MADE, ROOM_RESERVATION, Instant.parse("2027-03-01T08:00:00.123Z"));

    static final Map<Class<?>, Function<StubPorts.Call, ?>> BY_TYPE = Map.of(
            Event.class, _ -> EVENT,
            MeetingRoom.class, _ -> MEETING_ROOM, RoomReservation.class, _ -> ROOM_RESERVATION);

    private Samples() {
    }
}
