package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.kit.Table;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All data, as one transaction sees it. */
final class Rows {

    final Table<MeetingRoom> meetingRooms = new Table<>(row -> row.id().value(), _ -> 0, row -> row);
    final Table<RoomReservation> roomReservations =
            new Table<>(row -> row.id().value(), RoomReservation::version, Rows::withNextVersion);
    final List<Event> events = new ArrayList<>();

    Rows copy() {
        var copy = new Rows();
        copy.meetingRooms.putAll(meetingRooms);
        copy.roomReservations.putAll(roomReservations);
        copy.events.addAll(events);
        return copy;
    }

    /** What blocks the meeting room in any part of the period. */
    Stream<RoomReservation> blocking(MeetingRoomId meetingRoomId, Period period) {
        return roomReservations.all()
                .filter(row -> row.status() == RoomReservationStatus.CONFIRMED)
                .filter(row -> row.meetingRoomId().equals(meetingRoomId) && row.period().overlaps(period));
    }

    private static RoomReservation withNextVersion(RoomReservation row) {
        return new RoomReservation(
                row.id(), row.meetingRoomId(), row.customer(), row.period(), row.status(), row.version() + 1);
    }
}
