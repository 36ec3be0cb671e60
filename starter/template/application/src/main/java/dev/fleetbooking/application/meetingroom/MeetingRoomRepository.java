package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.Optional;

/** The meeting rooms. */
public interface MeetingRoomRepository {

    /** Adds a new one. */
    void add(MeetingRoom meetingRoom);

    /** The one with this id, if there is one. */
    Optional<MeetingRoom> find(MeetingRoomId id);

    /** A page of all of them, by id. */
    Page<MeetingRoom> list(PageRequest<MeetingRoomId> page);

    /** A page of those that no confirmed room reservation has in any part of the period, by id. */
    Page<MeetingRoom> listAvailable(Period period, PageRequest<MeetingRoomId> page);
}
