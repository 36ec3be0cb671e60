package dev.fleetbooking.application.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyInputTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Violations violations = new Violations();

    @Test
    void anAmountInTheCurrencyOfTheDealerIsMoney() {
        assertThat(check("49.9", "EUR", Optional.of(EUR))).isEqualTo(new Money(new BigDecimal("49.90"), EUR));
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void anyCurrencyIsAcceptedIfTheDealerIsUnknown() {
        check("14000", "JPY", Optional.empty());

        assertThat(violations.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, EUR, price.amount, must be 0 or more",
        "0.001, EUR, price.amount, must have at most 2 decimals in EUR",
        "49.9000, EUR, price.amount, must have at most 2 decimals in EUR",
        "0.1, JPY, price.amount, must have at most 0 decimals in JPY",
        "10000000000, EUR, price.amount, must have at most 10 integer digits"
    })
    void aBadAmountIsNotedUnderTheAmount(String amount, String currency, String field, String message) {
        check(amount, currency, Optional.empty());

        assertThat(violations.found()).containsExactly(new Violation(field, message));
    }

    @ParameterizedTest
    @CsvSource({"XXX", "XAU", "eur", "EURO"})
    void anUnknownCurrencyIsNotedUnderTheCurrencyAlone(String currency) {
        check("0.0001", currency, Optional.of(EUR));

        assertThat(violations.found()).extracting(Violation::field).containsExactly("price.currency");
    }

    @ParameterizedTest
    @CsvSource({"-1, must be 0 or more", "10000000000, must have at most 10 integer digits"})
    void anAmountThatIsInvalidInEveryCurrencyIsNotedBesideAnUnknownCurrency(String amount, String message) {
        check(amount, "ZZZ", Optional.empty());

        assertThat(violations.found()).containsExactly(
                new Violation("price.currency", "must be an ISO 4217 currency code with minor units, such as EUR"),
                new Violation("price.amount", message));
    }

    @Test
    void anotherCurrencyThanTheDealersAndABadAmountAreNotedAtOnce() {
        check("-1", "USD", Optional.of(EUR));

        assertThat(violations.found()).containsExactly(
                new Violation("price.currency", "must be EUR, the dealer's currency"),
                new Violation("price.amount", "must be 0 or more"));
    }

    private Money check(String amount, String currency, Optional<Currency> dealerCurrency) {
        return new MoneyInput(new BigDecimal(amount), currency).check(violations, "price", dealerCurrency);
    }
}
