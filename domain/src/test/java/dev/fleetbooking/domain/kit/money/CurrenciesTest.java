package dev.fleetbooking.domain.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @ParameterizedTest
    @CsvSource({"JPY, 0", "EUR, 2", "KWD, 3", "CLF, 4"})
    void aCurrencyWithMinorUnitsIsKnown(String code, int decimals) {
        assertThat(Currencies.of(code).getDefaultFractionDigits()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EUR ", "EURO", "ZZZ", "€"})
    void malformedCodesAreRefused(String code) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Currencies.of(code))
                .withMessage("must be an ISO 4217 currency code with minor units, such as EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS", "XDR"})
    void aCurrencyWithoutMinorUnitsIsRefused(String code) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Currencies.of(code));
    }
}
