package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void aReasonIsTrimmed() {
        assertThat(new Reason(" brakes ").value()).isEqualTo("brakes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void aReasonHasOneToFiveHundredCharacters(int length) {
        assertThat(new Reason("x".repeat(length)).value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void anyOtherLengthIsRefused(int length) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Reason("x".repeat(length)))
                .withMessage("must have 1 to 500 characters");
    }

    @Test
    void aReasonIsCleanOrRefused() {
        Texts.assertCleanOrRefused(Reason.MAX_LENGTH, given -> new Reason(given).value());
    }
}
