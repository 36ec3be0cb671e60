package dev.fleetbooking.rest.kit.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyResponseTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 49.9, 49.90", "EUR, 0, 0.00", "EUR, 9999999999.99, 9999999999.99", "JPY, 14000, 14000", "JPY, 1E+4, 10000",
        "TND, 120.5, 120.500"})
    void anAmountIsPrintedWithTheDecimalsOfItsCurrency(String currency, BigDecimal amount, String printed) {
        assertThat(MoneyResponse.of(new Money(amount, Currency.getInstance(currency))))
                .isEqualTo(new MoneyResponse(printed, currency));
    }
}
