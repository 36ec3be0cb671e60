package dev.fleetbooking.domain.kit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The refusals of any service. */
public sealed interface CommonRefusal extends Refusal {

    /** The input is well-formed but breaks rules; lists all of them. */
    record ValidationFailed(List<Violation> violations) implements CommonRefusal {
    }

    /** The subject of the call does not exist. */
    record NotFound(String what, UUID id) implements CommonRefusal {
    }

    /** The caller may know of the subject, but not do this. */
    record Forbidden() implements CommonRefusal {
    }

    /** The change must say which revision it is made for (RFC 6585, section 3). */
    record RevisionRequired() implements CommonRefusal {
    }

    /** The change was made for another revision than the current one (RFC 9110, section 13.1.1). */
    record RevisionMismatch() implements CommonRefusal {
    }

    /** The life cycle has no such transition from the current status. */
    record InvalidTransition(String currentStatus, String requested, List<String> allowed) implements CommonRefusal {
    }

    /** The transition is possible from this instant on. */
    record TooEarly(String requested, Instant earliest) implements CommonRefusal {
    }

    /** The transition was possible until this instant. */
    record TooLate(String requested, Instant latest) implements CommonRefusal {
    }
}
