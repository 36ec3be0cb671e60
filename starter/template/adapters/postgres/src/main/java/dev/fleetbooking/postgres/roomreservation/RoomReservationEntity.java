package dev.fleetbooking.postgres.roomreservation;

import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.domain.roomreservation.RoomReservationStatus;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "room_reservation")
class RoomReservationEntity extends AggregateEntity {

    private UUID meetingRoomId;
    private String customer;
    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private RoomReservationStatus status;

    protected RoomReservationEntity() {
    }

    /** A row to update; {@code PostgresRoomReservationRepository.claim} inserts. */
    RoomReservationEntity(RoomReservation roomReservation) {
        super(roomReservation.id().value(), roomReservation.version());
        this.meetingRoomId = roomReservation.meetingRoomId().value();
        this.customer = roomReservation.customer().value();
        this.startsAt = roomReservation.period().start();
        this.endsAt = roomReservation.period().end();
        this.status = roomReservation.status();
    }

    RoomReservation toDomain() {
        return new RoomReservation(
                new RoomReservationId(getId()), new MeetingRoomId(meetingRoomId), new Name(customer),
                new Period(startsAt, endsAt), status, version());
    }
}
