package dev.fleetbooking.rest.dealer;

import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.dealer.DealerId;
import java.util.Optional;

/** The changes of a dealer; absent fields stay unchanged. */
record ChangeDealerRequest(
        Optional<String> name,
        Optional<Integer> turnaroundMinutes) {

    ChangeDealer.Command toCommand(DealerId id, Precondition precondition) {
        return new ChangeDealer.Command(id, precondition, name, turnaroundMinutes);
    }
}
