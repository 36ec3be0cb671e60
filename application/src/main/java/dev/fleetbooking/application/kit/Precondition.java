package dev.fleetbooking.application.kit;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import java.util.Set;

/** What a caller demands of the current state before it is changed (RFC 9110, section 13.1.1). */
@FunctionalInterface
public interface Precondition {

    /** No demand. */
    Precondition NONE = current -> {
    };

    /** The caller demands nothing, although it must. */
    Precondition MISSING = current -> {
        throw new CommonRefusal.RevisionRequired().asException();
    };

    /** The current state must be one of these. */
    static Precondition oneOf(Set<Revision> revisions) {
        return current -> {
            if (!revisions.contains(current)) {
                throw new CommonRefusal.RevisionMismatch().asException();
            }
        };
    }

    /** @throws RefusedException if the current state is not what the caller demands */
    void verify(Revision current);
}
