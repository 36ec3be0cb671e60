package dev.fleetbooking.rest.dealer;

import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.text.Name;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** A dealer who is new to the service. */
record RegisterDealerRequest(
        @NotNull @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) String name,
        @NotNull String timeZone,
        @NotNull @Schema(pattern = "^[A-Z]{3}$") String currency,
        @Schema(minimum = "0", maximum = "" + Turnaround.MAX_MINUTES, defaultValue = "0")
        Optional<Integer> turnaroundMinutes) {

    RegisterDealer.Command toCommand() {
        return new RegisterDealer.Command(
                name, timeZone, currency, turnaroundMinutes.orElse(Turnaround.NONE.minutes()));
    }
}
