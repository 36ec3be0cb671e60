package dev.fleetbooking.domain.meetingroom;

import dev.fleetbooking.domain.kit.text.Name;

/** A meeting room. At any instant at most one room reservation has it. */
public record MeetingRoom(MeetingRoomId id, Name name) {
}
