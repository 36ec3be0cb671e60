package dev.fleetbooking.rest.history;

import dev.fleetbooking.application.history.ListEvents;
import java.time.Instant;

/** One change of a booking, window or car, and its number in the feed. */
record EventResponse(long sequence, String type, Instant occurredAt, SubjectResponse subject, ChangeResponse data) {

    static EventResponse of(ListEvents.Sequenced sequenced) {
        var event = sequenced.event();
        return new EventResponse(
                sequenced.sequence(),
                event.type().label(),
                event.occurredAt(),
                SubjectResponse.of(event.subject()),
                new ChangeResponse(event.before().map(FactsResponse::of), FactsResponse.of(event.after())));
    }
}
