package dev.fleetbooking.rest.problem;

import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.rest.kit.problem.ProblemMembers;
import java.time.Instant;
import java.util.List;

/** The extension members of {@link RoomReservationProblem#MEETING_ROOM_UNAVAILABLE}. */
record MeetingRoomUnavailable(List<Conflict> conflicts) implements ProblemMembers {

    record Conflict(Instant start, Instant end) {
    }

    static MeetingRoomUnavailable of(RoomReservationRefusal.MeetingRoomUnavailable refusal) {
        return new MeetingRoomUnavailable(
                refusal.conflicts().stream().map(period -> new Conflict(period.start(), period.end())).toList());
    }
}
