package dev.fleetbooking.domain.history;

import dev.fleetbooking.domain.access.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of a booking, a window or a car.
 *
 * @param occurredAt when it happened; for a lapse the instant of the lapse, not when it was stored
 * @param by         who did it; empty if the service itself did, or if nobody had to authenticate
 * @param before     the facts before the change; empty if the change created the subject
 * @param after      the facts after the change
 */
public record Event(
        EventType type, Instant occurredAt, Subject subject, Optional<Actor> by, Optional<Facts> before, Facts after) {
}
