package dev.fleetbooking.domain.meetingroom;

import java.util.UUID;

/** Identifies a meeting room. */
public record MeetingRoomId(UUID value) {
}
