package dev.fleetbooking.postgres.roomreservation;

import static dev.fleetbooking.postgres.kit.SqlValues.instant;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.roomreservation.ListRoomReservations;
import dev.fleetbooking.application.roomreservation.RoomReservationRepository;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** JPA, except where PostgreSQL has to decide: Hibernate knows neither ranges nor ON CONFLICT. */
@Component
record PostgresRoomReservationRepository(RoomReservationJpaRepository roomReservations, JdbcClient jdbc, LockQueues queues)
        implements RoomReservationRepository {

    /**
     * A plain INSERT inserts first and checks afterwards, so that two of them deadlock and one is aborted. With ON CONFLICT it
     * waits before it inserts, and the transaction can still read the conflicts. The constraint is named, so that a second
     * row with the same id is still an error.
     */
    @Override
    public boolean claim(RoomReservation roomReservation) {
        var insert = jdbc.sql("""
                        INSERT INTO room_reservation (id, meeting_room_id, customer, starts_at, ends_at, status, version)
                        VALUES (:id, :meetingRoomId, :customer, :start, :end, :status, :version)
                        ON CONFLICT ON CONSTRAINT room_reservation_no_overlap DO NOTHING
                        """)
                .param("id", roomReservation.id().value())
                .param("meetingRoomId", roomReservation.meetingRoomId().value())
                .param("customer", roomReservation.customer().value())
                .param("start", utc(roomReservation.period().start()))
                .param("end", utc(roomReservation.period().end()))
                .param("status", roomReservation.status().name())
                .param("version", roomReservation.version());
        return queues.join(roomReservation.meetingRoomId().value(), insert::update) == 1;
    }

    @Override
    public List<Period> findConflicts(MeetingRoomId meetingRoomId, Period period) {
        return jdbc.sql("""
                        SELECT starts_at, ends_at FROM room_reservation
                        WHERE meeting_room_id = :meetingRoomId AND status = 'CONFIRMED'
                        AND tstzrange(starts_at, ends_at) && tstzrange(:start, :end)
                        ORDER BY starts_at
                        """)
                .param("meetingRoomId", meetingRoomId.value())
                .param("start", utc(period.start()))
                .param("end", utc(period.end()))
                .query((row, _) -> new Period(instant(row, "starts_at"), instant(row, "ends_at")))
                .list();
    }

    @Override
    public Optional<RoomReservation> find(RoomReservationId id) {
        return roomReservations.findById(id.value()).map(RoomReservationEntity::toDomain);
    }

    @Override
    public Optional<RoomReservation> findForUpdate(RoomReservationId id) {
        return queues.join(id.value(), () -> roomReservations.findForUpdate(id.value())).map(RoomReservationEntity::toDomain);
    }

    @Override
    public RoomReservation update(RoomReservation roomReservation) {
        return roomReservations.saveAndFlush(new RoomReservationEntity(roomReservation)).toDomain();
    }

    @Override
    public Page<RoomReservation> list(ListRoomReservations.Filter filter, PageRequest<RoomReservationId> page) {
        return new ListQuery<>(roomReservations)
                .equal("meetingRoomId", filter.meetingRoomId().map(MeetingRoomId::value))
                .page(page, RoomReservationId::value, RoomReservationEntity::toDomain);
    }
}
