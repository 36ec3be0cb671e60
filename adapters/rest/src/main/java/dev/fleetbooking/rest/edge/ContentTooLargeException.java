package dev.fleetbooking.rest.edge;

/** Ends a request with a body over {@link BufferedBodyFilter#MAX_BYTES}. */
public final class ContentTooLargeException extends RuntimeException {
}
