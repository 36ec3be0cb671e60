package dev.fleetbooking.rest.kit.problem;

import dev.fleetbooking.domain.kit.Violation;
import java.util.List;

/** Ends a request whose form violates the contract; answered with 400. */
public final class MalformedRequestException extends ProblemException {

    public MalformedRequestException(List<Violation> violations) {
        super(CommonProblem.MALFORMED_REQUEST, ProblemMembers.Errors.of(violations));
    }

    /** @param field a JSON path, or the name of a query parameter or header */
    public MalformedRequestException(String field, String message) {
        this(List.of(new Violation(field, message)));
    }
}
