package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a booking has come in its life cycle.
 *
 * @param holdExpiresAt      when the hold lapses; only of holds
 * @param cancellationReason why it was cancelled, if a reason was given
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

    /** @throws InvalidValueException if a hold has no instant of lapse, or anything else has one */
    public Progress {
        require(holdExpiresAt.isPresent() == (status == BookingStatus.HELD), "must lapse if and only if it is held");
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
