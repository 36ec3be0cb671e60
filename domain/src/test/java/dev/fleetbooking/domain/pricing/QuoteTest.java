package dev.fleetbooking.domain.pricing;

import static dev.fleetbooking.domain.kit.KitFixtures.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

    @Test
    void theTotalIsDaysTimesTheDailyPrice() {
        assertThat(Quote.of(3, money("49.90", "EUR")))
                .isEqualTo(new Quote(3, money("49.90", "EUR"), money("149.70", "EUR")));
    }

    @Test
    void aQuoteIsForADayOrMore() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Quote.of(0, money("49.90", "EUR")))
                .withMessage("must be for 1 day or more");
    }

    @ParameterizedTest
    @CsvSource({"149.69, EUR", "149.70, USD"})
    void anotherTotalIsRefused(String amount, String currency) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Quote(3, money("49.90", "EUR"), money(amount, currency)))
                .withMessage("must total days times the daily price");
    }

    @Test
    void aCarMayBeFree() {
        assertThat(Quote.of(3, money("0", "EUR")).total()).isEqualTo(money("0", "EUR"));
    }
}
