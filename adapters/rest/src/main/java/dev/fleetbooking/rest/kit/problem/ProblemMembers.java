package dev.fleetbooking.rest.kit.problem;

import dev.fleetbooking.domain.kit.CommonRefusal;
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
            return new Errors(violations.stream().map(FieldError::of).toList());
        }
    }

    record FieldError(String field, String message) {

        private static FieldError of(Violation violation) {
            return new FieldError(violation.field(), violation.message());
        }
    }

    record InvalidTransition(String currentStatus, String requested, List<String> allowed) implements ProblemMembers {

        static InvalidTransition of(CommonRefusal.InvalidTransition refusal) {
            return new InvalidTransition(refusal.currentStatus(), refusal.requested(), refusal.allowed());
        }
    }

    record TooEarly(String requested, Instant earliest) implements ProblemMembers {
    }

    record TooLate(String requested, Instant latest) implements ProblemMembers {
    }
}
