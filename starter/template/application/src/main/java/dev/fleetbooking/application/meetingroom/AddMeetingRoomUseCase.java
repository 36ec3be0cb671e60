package dev.fleetbooking.application.meetingroom;

import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;

@UseCase
record AddMeetingRoomUseCase(MeetingRoomRepository meetingRooms, IdGenerator ids) implements AddMeetingRoom {

    @Override
    public MeetingRoom add(Command command) {
        var violations = new Violations();
        var name = violations.check("name", () -> new Name(command.name()));
        violations.refuseIfAny();

        var meetingRoom = new MeetingRoom(new MeetingRoomId(ids.next()), name);
        meetingRooms.add(meetingRoom);
        return meetingRoom;
    }
}
