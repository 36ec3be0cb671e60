package dev.fleetbooking.rest.edge;

/** Ends a request for which there is no place at the moment. It has done nothing yet. */
public final class OverloadedException extends RuntimeException {
}
