package dev.fleetbooking.rest.edge;

import dev.fleetbooking.domain.kit.Violation;
import java.util.List;

/** Ends a request that has a shape which the contract forbids; answered with 400. */
public final class MalformedRequestException extends RuntimeException {

    /** Where the fault lies in the body as a whole. */
    public static final String BODY = "body";

    private final transient List<Violation> violations;

    public MalformedRequestException(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    /** @param field a JSON path, or the name of a query parameter or header */
    public MalformedRequestException(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
