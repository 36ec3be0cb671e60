package dev.fleetbooking.domain.history;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a booking, a window or a car.
 *
 * @param occurredAt when it happened; for a lapse the instant of the lapse, not of writing it down
 * @param before     what was; empty where the change created the subject
 * @param after      what is since
 */
public record Event(EventType type, Instant occurredAt, Subject subject, Optional<Facts> before, Facts after) {
}
