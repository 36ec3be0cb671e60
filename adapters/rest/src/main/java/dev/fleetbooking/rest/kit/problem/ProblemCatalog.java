package dev.fleetbooking.rest.kit.problem;

import java.util.List;

/** A bean of this type makes types of problems known: to their pages, and to the test of the OpenAPI document. */
public record ProblemCatalog(List<? extends ProblemType> types) {

    public ProblemCatalog(ProblemType[] types) {
        this(List.of(types));
    }
}
