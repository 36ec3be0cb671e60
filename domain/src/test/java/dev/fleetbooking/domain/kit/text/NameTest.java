package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @Test
    void aNameIsTrimmed() {
        assertThat(new Name(" Ada ").value()).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void aNameHasOneToAHundredCharacters(int length) {
        assertThat(new Name("x".repeat(length)).value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void anyOtherLengthIsRefused(int length) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Name("x".repeat(length)))
                .withMessage("must have 1 to 100 characters");
    }

    @Test
    void aNameIsCleanOrRefused() {
        Texts.assertCleanOrRefused(Name.MAX_LENGTH, given -> new Name(given).value());
    }
}
