package dev.fleetbooking.rest.idempotency;

/** Ends a request whose key belongs to another one. */
public final class IdempotencyKeyReusedException extends RuntimeException {
}
