package dev.fleetbooking.rest.problem;

import dev.fleetbooking.rest.kit.problem.ProblemMembers;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems that the refusals of this service become. */
enum RoomReservationProblem implements ProblemType {
    MEETING_ROOM_UNAVAILABLE(HttpStatus.CONFLICT, "The meeting room is not available", MeetingRoomUnavailable.class,
            "The meeting room is taken in a part of the period; conflicts lists when. Nothing was changed.",
            "Choose a period that overlaps none of the conflicts, or another meeting room: /api/v1/availability lists them.");

    private final Description description;

    RoomReservationProblem(
            HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
        description = new Description(status, title, members, meaning, remedy);
    }

    @Override
    public Description description() {
        return description;
    }
}
