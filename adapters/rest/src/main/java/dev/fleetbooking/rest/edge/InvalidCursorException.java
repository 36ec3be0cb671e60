package dev.fleetbooking.rest.edge;

/** Ends a request for a page whose cursor is unreadable or was issued for another list. */
public final class InvalidCursorException extends RuntimeException {
}
