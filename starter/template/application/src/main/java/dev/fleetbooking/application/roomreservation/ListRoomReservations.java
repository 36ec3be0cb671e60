package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.Optional;

/** Lists the room reservations by id, which is the order in which they were made. */
public interface ListRoomReservations {

    /** One page of those that pass the filter. */
    Page<RoomReservation> list(Filter filter, PageRequest<RoomReservationId> page);

    /** What is listed; an absent part lets everything pass. */
    record Filter(Optional<MeetingRoomId> meetingRoomId) {
    }
}
