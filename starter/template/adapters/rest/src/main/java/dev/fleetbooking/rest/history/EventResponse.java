package dev.fleetbooking.rest.history;

import dev.fleetbooking.domain.history.Event;
import java.time.Instant;
import java.util.UUID;

record EventResponse(Event.Type type, Instant occurredAt, UUID meetingRoomId, Instant start, Instant end) {

    static EventResponse of(Event event) {
        return new EventResponse(
                event.type(), event.occurredAt(), event.meetingRoomId().value(), event.period().start(), event.period().end());
    }
}
