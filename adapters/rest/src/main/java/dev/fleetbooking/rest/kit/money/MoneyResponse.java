package dev.fleetbooking.rest.kit.money;

import dev.fleetbooking.domain.kit.money.Money;

/** An amount of money, as a string because JSON numbers lose decimals in many clients. */
public record MoneyResponse(String amount, String currency) {

    public static MoneyResponse of(Money money) {
        return new MoneyResponse(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
}
