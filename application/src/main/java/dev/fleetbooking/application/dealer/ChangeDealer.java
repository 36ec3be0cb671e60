package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;

/** Renames a dealer or gives it another turnaround; bookings already made keep theirs. */
public interface ChangeDealer {

    /**
     * Returns the dealer as it is now, with the same version if nothing changed.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound}, what the precondition refuses, or
     *                          {@link CommonRefusal.ValidationFailed}
     */
    Dealer change(Command command);

    /** The changes; absent fields stay unchanged. */
    record Command(DealerId id, Precondition precondition, Optional<String> name, Optional<Integer> turnaroundMinutes) {
    }
}
