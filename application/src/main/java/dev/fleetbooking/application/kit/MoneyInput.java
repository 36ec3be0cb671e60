package dev.fleetbooking.application.kit;

import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.money.Currencies;
import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount of money in a command.
 *
 * @param currency any code, whether or not it is a currency
 */
public record MoneyInput(BigDecimal amount, String currency) {

    /**
     * Checks the amount and notes each broken rule under the field. The money is usable after
     * {@link Violations#refuseIfAny()}.
     *
     * @param dealerCurrency the only allowed currency, if the dealer is known
     */
    public Money check(Violations violations, String field, Optional<Currency> dealerCurrency) {
        var known = violations.check(field + ".currency", () -> Currencies.of(currency));
        if (known == null) {
            violations.check(field + ".amount", () -> Money.givenAmount(amount));
            return null;
        }
        dealerCurrency.filter(required -> !required.equals(known)).ifPresent(required ->
                violations.add(field + ".currency", "must be %s, the dealer's currency".formatted(required)));
        return violations.check(field + ".amount", () -> Money.given(amount, known));
    }
}
