package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.domain.roomreservation.RoomReservationPolicy;
import java.time.Clock;

@UseCase
record MakeRoomReservationUseCase(
        MeetingRoomRepository meetingRooms, RoomReservationRepository roomReservations, EventRepository events,
        IdGenerator ids, Clock clock)
        implements MakeRoomReservation {

    @Override
    public RoomReservation make(Command command) {
        var now = clock.instant();
        var violations = new Violations();
        violations.require(
                meetingRooms.find(command.meetingRoomId()).isPresent(), "meetingRoomId", "must name an existing meeting room");
        var customer = violations.check("customer", () -> new Name(command.customer()));
        var period = RoomReservationPolicy.limits(now).check(violations, "start", command.start(), "end", command.end(), now);
        violations.refuseIfAny();

        var id = new RoomReservationId(ids.next());
        var roomReservation = RoomReservation.make(id, command.meetingRoomId(), customer, period);
        if (!roomReservations.claim(roomReservation)) {
            var conflicts = roomReservations.findConflicts(command.meetingRoomId(), period);
            throw new RoomReservationRefusal.MeetingRoomUnavailable(conflicts).asException();
        }
        events.append(Event.of(Event.Type.MADE, roomReservation, now));
        return roomReservation;
    }
}
