package dev.fleetbooking.rest.kit.problem;

import java.util.List;

/** Lists types of problems, as a bean: for their pages, and for the test of the OpenAPI document. */
public record ProblemCatalog(List<? extends ProblemType> types) {
}
