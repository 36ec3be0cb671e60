package dev.fleetbooking.rest.kit.request;

/** The body of a request that says everything by its path: {@code {}} or none at all. */
public record EmptyRequest() {
}
