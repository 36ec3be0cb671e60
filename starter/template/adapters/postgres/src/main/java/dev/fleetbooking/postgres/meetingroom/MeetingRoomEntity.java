package dev.fleetbooking.postgres.meetingroom;

import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "meeting_room")
class MeetingRoomEntity extends AggregateEntity {

    private String name;

    protected MeetingRoomEntity() {
    }

    /** A row to insert. */
    MeetingRoomEntity(MeetingRoom meetingRoom) {
        super(meetingRoom.id().value(), null);
        this.name = meetingRoom.name().value();
    }

    MeetingRoom toDomain() {
        return new MeetingRoom(new MeetingRoomId(getId()), new Name(name));
    }
}
