package dev.fleetbooking.rest.kit.money;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceConverterTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12345678901", "1.00001", "1e2", "1e999999999", "x", ""})
    void refusesWhatNoPriceCanBe(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PriceConverter().convert(text));
    }
}
