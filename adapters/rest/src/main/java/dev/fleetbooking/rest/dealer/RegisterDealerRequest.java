package dev.fleetbooking.rest.dealer;

import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.domain.calendar.Turnaround;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** A new dealer. */
record RegisterDealerRequest(
        @NotNull String name,
        @NotNull String timeZone,
        @NotNull String currency,
        Optional<Integer> turnaroundMinutes) {

    RegisterDealer.Command toCommand() {
        return new RegisterDealer.Command(
                name, timeZone, currency, turnaroundMinutes.orElse(Turnaround.NONE.minutes()));
    }
}
