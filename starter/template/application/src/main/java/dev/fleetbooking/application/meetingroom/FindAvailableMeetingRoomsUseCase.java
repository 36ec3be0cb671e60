package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservationPolicy;
import java.time.Clock;

@UseCase(readOnly = true)
record FindAvailableMeetingRoomsUseCase(MeetingRoomRepository meetingRooms, Clock clock) implements FindAvailableMeetingRooms {

    @Override
    public Page<MeetingRoom> find(Query query, PageRequest<MeetingRoomId> page) {
        var now = clock.instant();
        var violations = new Violations();
        var period = RoomReservationPolicy.limits(now).check(violations, "from", query.from(), "to", query.to(), now);
        violations.refuseIfAny();

        return meetingRooms.listAvailable(period, page);
    }
}
