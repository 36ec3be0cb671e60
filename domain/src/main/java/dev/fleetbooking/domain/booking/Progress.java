package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a booking has come in its life.
 *
 * @param holdExpiresAt      when the hold lapses; while it is one
 * @param cancellationReason why it was called off, if it was and somebody said why
 * @param handedOverAt       when the customer got the car, if they did
 * @param returnedAt         when the car came back, if it did
 */
public record Progress(
        BookingStatus status,
        Optional<Instant> holdExpiresAt,
        Optional<Reason> cancellationReason,
        Optional<Instant> handedOverAt,
        Optional<Instant> returnedAt) {

    static final Progress CONFIRMED = new Progress(
            BookingStatus.CONFIRMED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws InvalidValueException if it lapses without being a hold, or is a hold that does not lapse */
    public Progress {
        if (holdExpiresAt.isPresent() != (status == BookingStatus.HELD)) {
            throw new InvalidValueException("must lapse if and only if it is held");
        }
    }

    static Progress heldUntil(Instant expiresAt) {
        return new Progress(
                BookingStatus.HELD, Optional.of(expiresAt), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Progress to(BookingStatus next) {
        return new Progress(next, Optional.empty(), cancellationReason, handedOverAt, returnedAt);
    }

    Progress because(Optional<Reason> reason) {
        return new Progress(status, holdExpiresAt, reason, handedOverAt, returnedAt);
    }

    Progress handedOver(Instant at) {
        return new Progress(status, holdExpiresAt, cancellationReason, Optional.of(at), returnedAt);
    }

    Progress returned(Instant at) {
        return new Progress(status, holdExpiresAt, cancellationReason, handedOverAt, Optional.of(at));
    }
}
