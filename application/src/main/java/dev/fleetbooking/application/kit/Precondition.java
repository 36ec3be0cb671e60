package dev.fleetbooking.application.kit;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import java.util.Set;

/** A caller's condition on the current state for a change (RFC 9110, section 13.1.1). */
@FunctionalInterface
public interface Precondition {

    /** No condition. */
    Precondition NONE = current -> {
    };

    /** The caller gave no condition, although it must. */
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

    /** @throws RefusedException if the current state does not fulfil the condition */
    void verify(Revision current);
}
