package dev.fleetbooking.application.calendar;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Violations;
import java.time.Instant;
import java.util.Optional;

/**
 * Which bookings or maintenance windows to list; absent values match everything.
 *
 * @param from what is listed ends after it
 * @param to   what is listed starts before it
 * @param <S>  their status
 */
public record CalendarFilter<S>(
        Optional<CarId> carId, Optional<DealerId> dealerId, Optional<S> status, Optional<Instant> from, Optional<Instant> to) {

    /** @throws RefusedException with {@link CommonRefusal.ValidationFailed} if it has both bounds, and not in order */
    public void refuseUnlessInOrder() {
        var violations = new Violations();
        violations.requireOrder("from", from, "to", to);
        violations.refuseIfAny();
    }
}
