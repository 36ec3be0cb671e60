package dev.fleetbooking.domain.kit.money;

import static dev.fleetbooking.domain.kit.KitFixtures.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "JPY, 14000, 14000", "EUR, 49.9, 49.90", "KWD, 12.5, 12.500", "CLF, 1.5, 1.5000", "EUR, 5E+1, 50.00", "EUR, 0, 0.00"
    })
    void anAmountHasAsManyDecimalsAsItsCurrency(String currency, String given, String printed) {
        assertThat(money(given, currency).amount().toPlainString()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0.1, 0", "EUR, 49.901, 2", "KWD, 12.5001, 3", "CLF, 1.50001, 4"})
    void moreDecimalsThanTheCurrencyHasAreRefused(String currency, String given, int decimals) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> money(given, currency))
                .withMessage("must have at most %d decimals in %s", decimals, currency);
    }

    @Test
    void excessZerosInStoredAmountsAreAccepted() {
        assertThat(money("49.9000", "EUR")).isEqualTo(money("49.90", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 14000.0, 0", "EUR, 49.9000, 2", "EUR, 0.000, 2", "EUR, 0E-999999999, 2"})
    void excessZerosInGivenAmountsAreRefused(String currency, String given, int decimals) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.given(new BigDecimal(given), Currencies.of(currency)))
                .withMessage("must have at most %d decimals in %s", decimals, currency);
    }

    @Test
    void equalAmountsAreEqual() {
        assertThat(money("50", "EUR")).isEqualTo(money("50.00", "EUR")).hasSameHashCodeAs(money("50.00", "EUR"));
    }

    @Test
    void theSameAmountInAnotherCurrencyIsNotEqual() {
        assertThat(money("50", "EUR")).isNotEqualTo(money("50", "USD"));
    }

    @Test
    void anAmountBelowZeroIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> money("-0.01", "EUR"))
                .withMessage("must be 0 or more");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.givenAmount(new BigDecimal("-0.01")))
                .withMessage("must be 0 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999.99", "0", "0.01"})
    void aGivenAmountMayHaveTenIntegerDigits(String amount) {
        assertThat(Money.given(new BigDecimal(amount), Currencies.of("EUR"))).isEqualTo(money(amount, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000", "10000000000.00", "1E+10", "1E+999999999"})
    void aGivenAmountWithMoreDigitsIsRefused(String amount) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.given(new BigDecimal(amount), Currencies.of("EUR")))
                .withMessage("must have at most 10 integer digits");
    }

    @Test
    void zeroIsZeroHoweverItIsWritten() {
        assertThat(Money.given(new BigDecimal("0E+999999999"), Currencies.of("EUR"))).isEqualTo(money("0", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1E+999999999", "1E-999999999"})
    void anAmountOfAnExtremeScaleIsRefusedLikeAnyOther(String amount) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.given(new BigDecimal(amount), Currencies.of("EUR")));
    }

    @Test
    void computedAmountsMayHaveMoreDigits() {
        assertThat(money("9999999999.99", "EUR").times(90)).isEqualTo(money("899999999999.10", "EUR"));
    }
}
