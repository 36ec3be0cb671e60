package dev.fleetbooking.rest.history;

import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.history.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One change of a booking, window or car, and its number in the feed. */
record EventResponse(
        long sequence, String type, Instant occurredAt, SubjectResponse subject, Optional<ActorResponse> by,
        ChangeResponse data) {

    static EventResponse of(ListEvents.Sequenced sequenced) {
        var event = sequenced.event();
        return new EventResponse(
                sequenced.sequence(),
                event.type().label(),
                event.occurredAt(),
                new SubjectResponse(event.subject().kind(), event.subject().id()),
                event.by().map(actor -> new ActorResponse(actor.account().value(), actor.role())),
                new ChangeResponse(event.before().map(FactsResponse::of), FactsResponse.of(event.after())));
    }

    record SubjectResponse(Subject.Kind kind, UUID id) {
    }

    /** Who did it; absent if the service did, or if nobody had to authenticate. */
    record ActorResponse(String account, Role role) {
    }

    /** The change; before is absent if the event created the subject. */
    record ChangeResponse(Optional<FactsResponse> before, FactsResponse after) {
    }
}
