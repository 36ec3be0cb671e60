package dev.fleetbooking.postgres.meetingroom;

import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.postgres.kit.ListQuery;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record PostgresMeetingRoomRepository(MeetingRoomJpaRepository meetingRooms, JdbcClient jdbc) implements MeetingRoomRepository {

    @Override
    public void add(MeetingRoom meetingRoom) {
        meetingRooms.saveAndFlush(new MeetingRoomEntity(meetingRoom));
    }

    @Override
    public Optional<MeetingRoom> find(MeetingRoomId id) {
        return meetingRooms.findById(id.value()).map(MeetingRoomEntity::toDomain);
    }

    @Override
    public Page<MeetingRoom> list(PageRequest<MeetingRoomId> page) {
        return new ListQuery<>(meetingRooms).page(page, MeetingRoomId::value, MeetingRoomEntity::toDomain);
    }

    /** Asks with the expression of {@code room_reservation_no_overlap}, so that its index serves this too. */
    @Override
    public Page<MeetingRoom> listAvailable(Period period, PageRequest<MeetingRoomId> page) {
        var oneMore = jdbc.sql("""
                        SELECT id, name FROM meeting_room
                        WHERE (:after::uuid IS NULL OR id > :after) AND NOT EXISTS (
                            SELECT FROM room_reservation
                            WHERE meeting_room_id = meeting_room.id AND status = 'CONFIRMED'
                            AND tstzrange(starts_at, ends_at) && tstzrange(:start, :end))
                        ORDER BY id LIMIT :limit
                        """)
                .param("after", page.after().map(MeetingRoomId::value).orElse(null))
                .param("start", utc(period.start()))
                .param("end", utc(period.end()))
                .param("limit", page.limit() + 1)
                .query((row, _) -> new MeetingRoom(
                        new MeetingRoomId(row.getObject("id", UUID.class)), new Name(row.getString("name"))))
                .list();
        return Page.of(oneMore, page.limit());
    }
}
