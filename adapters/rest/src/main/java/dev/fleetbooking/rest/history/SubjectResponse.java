package dev.fleetbooking.rest.history;

import dev.fleetbooking.domain.history.Subject;
import java.util.UUID;

/** What an event is about. */
record SubjectResponse(Subject.Kind kind, UUID id) {

    static SubjectResponse of(Subject subject) {
        return new SubjectResponse(subject.kind(), subject.id());
    }
}
