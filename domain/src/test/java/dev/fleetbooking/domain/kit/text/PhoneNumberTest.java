package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "+49 (30) 123-45/67.8", "12345678901234567890123456789012"})
    void aPhoneNumberIsOneToThirtyTwoDigitsSpacesAndSigns(String text) {
        assertThat(new PhoneNumber(text).value()).isEqualTo(text);
    }

    @Test
    void aPhoneNumberIsTrimmed() {
        assertThat(new PhoneNumber(" 030 1\u00a0").value()).isEqualTo("030 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "030x", "030,1", "\u0663", "030\n1", "030\u00a01", "123456789012345678901234567890123"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new PhoneNumber(text))
                .withMessage("must be 1 to 32 digits, spaces or +-()/.");
    }

    @Test
    void aPhoneNumberIsCleanOrRefused() {
        Texts.assertCleanOrRefused(PhoneNumber.MAX_LENGTH, given -> new PhoneNumber(given).value());
    }
}
