package dev.fleetbooking.rest.dealer;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.text.Name;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What changes about a dealer; the absent stays. */
record ChangeDealerRequest(
        @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) Optional<String> name,
        @Schema(minimum = "0", maximum = "" + Turnaround.MAX_MINUTES) Optional<Integer> turnaroundMinutes) {

    ChangeDealer.Command toCommand(DealerId id, Precondition precondition) {
        return new ChangeDealer.Command(id, precondition, name, turnaroundMinutes);
    }
}
