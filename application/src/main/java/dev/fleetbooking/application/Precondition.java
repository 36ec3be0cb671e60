package dev.fleetbooking.application;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.Revision;
import java.util.Set;

/** What a caller demands of the current state before it is changed (RFC 9110, section 13.1.1). */
@FunctionalInterface
public interface Precondition {

    /** No demand. */
    Precondition NONE = current -> {
    };

    /** The caller demands nothing, although it must. */
    Precondition MISSING = current -> {
        throw new Refusal.RevisionRequired().asException();
    };

    /** The current state must be one of these. */
    static Precondition oneOf(Set<Revision> revisions) {
        return current -> {
            if (!revisions.contains(current)) {
                throw new Refusal.RevisionMismatch().asException();
            }
        };
    }

    /** @throws RefusedException if the current state is not what the caller demands */
    void verify(Revision current);
}
