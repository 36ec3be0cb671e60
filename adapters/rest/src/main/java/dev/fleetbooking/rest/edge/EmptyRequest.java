package dev.fleetbooking.rest.edge;

/** The body of a request that says everything by its path: {@code {}} or none at all. */
public record EmptyRequest() {
}
