package dev.fleetbooking.rest.kit.problem;

import dev.fleetbooking.domain.kit.Violation;
import java.time.Instant;
import java.util.List;

/** The extension members of a problem (RFC 9457, section 3.2). Implemented by records. */
public interface ProblemMembers {

    /** No extension members. */
    record None() implements ProblemMembers {
    }

    ProblemMembers NONE = new None();

    record Errors(List<FieldError> errors) implements ProblemMembers {

        static Errors of(List<Violation> violations) {
            return new Errors(violations.stream().map(found -> new FieldError(found.field(), found.message())).toList());
        }
    }

    record FieldError(String field, String message) {
    }

    record InvalidTransition(String currentStatus, String requested, List<String> allowed) implements ProblemMembers {
    }

    record TooEarly(String requested, Instant earliest) implements ProblemMembers {
    }

    record TooLate(String requested, Instant latest) implements ProblemMembers {
    }
}
