package dev.fleetbooking.rest.idempotency;

/** Ends a request that has waited too long for the first one with its key, or would be one too many to wait. */
public final class RequestInProgressException extends RuntimeException {
}
