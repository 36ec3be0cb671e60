package dev.fleetbooking.rest.kit.request;

/** The body of a request that needs none: {@code {}} or absent. */
public record EmptyRequest() {
}
