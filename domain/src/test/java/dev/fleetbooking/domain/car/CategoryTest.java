package dev.fleetbooking.domain.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "COMPACT", "SUV_7_SEATS", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_12345"})
    void aCategoryIsOneToThirtyTwoCapitalsDigitsAndUnderscores(String text) {
        assertThat(new Category(text).value()).isEqualTo(text);
    }

    @Test
    void aCategoryIsTrimmed() {
        assertThat(new Category(" COMPACT\u00a0")).isEqualTo(new Category("COMPACT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "compact", "7SEATS", "_SUV", "SUV 7", "SUV-7", "ÄLTER", "A\nB", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_123456"
    })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Category(text))
                .withMessage("must match [A-Z][A-Z0-9_]{0,31}");
    }

    @Test
    void aCategoryIsCleanOrRefused() {
        Texts.assertCleanOrRefused(32, given -> new Category(given).value());
    }
}
