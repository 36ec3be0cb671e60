package dev.fleetbooking.rest.history;

import dev.fleetbooking.domain.history.Subject;
import java.util.UUID;

/** The subject of an event. */
record SubjectResponse(Subject.Kind kind, UUID id) {

    static SubjectResponse of(Subject subject) {
        return new SubjectResponse(subject.kind(), subject.id());
    }
}
