package dev.fleetbooking.postgres.history;

import static dev.fleetbooking.postgres.kit.SqlValues.instant;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL, because events are only added and listed: there is nothing that Hibernate could keep track of. */
@Component
record PostgresEventRepository(JdbcClient jdbc) implements EventRepository {

    @Override
    public void append(Event event) {
        jdbc.sql("""
                        INSERT INTO event (type, occurred_at, room_reservation_id, meeting_room_id, starts_at, ends_at)
                        VALUES (:type, :occurredAt, :roomReservationId, :meetingRoomId, :start, :end)
                        """)
                .param("type", event.type().name())
                .param("occurredAt", utc(event.occurredAt()))
                .param("roomReservationId", event.roomReservationId().value())
                .param("meetingRoomId", event.meetingRoomId().value())
                .param("start", utc(event.period().start()))
                .param("end", utc(event.period().end()))
                .update();
    }

    @Override
    public List<Event> findBy(RoomReservationId id) {
        return jdbc.sql("""
                        SELECT type, occurred_at, meeting_room_id, starts_at, ends_at FROM event
                        WHERE room_reservation_id = :id ORDER BY serial
                        """)
                .param("id", id.value())
                .query((row, _) -> new Event(
                        Event.Type.valueOf(row.getString("type")), instant(row, "occurred_at"), id,
                        new MeetingRoomId(row.getObject("meeting_room_id", UUID.class)),
                        new Period(instant(row, "starts_at"), instant(row, "ends_at"))))
                .list();
    }
}
