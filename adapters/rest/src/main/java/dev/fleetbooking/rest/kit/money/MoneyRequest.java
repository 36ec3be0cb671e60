package dev.fleetbooking.rest.kit.money;

import dev.fleetbooking.application.kit.MoneyInput;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** An amount of money in a request. */
public record MoneyRequest(@NotNull BigDecimal amount, @NotNull String currency) {

    public MoneyInput toInput() {
        return new MoneyInput(amount, currency);
    }
}
