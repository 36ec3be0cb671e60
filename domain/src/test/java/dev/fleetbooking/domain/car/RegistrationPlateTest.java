package dev.fleetbooking.domain.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationPlateTest {

    @Test
    void aPlateIsTrimmedAndUpperCased() {
        assertThat(new RegistrationPlate(" b-ab 123 ")).isEqualTo(new RegistrationPlate("B-AB 123"));
    }

    @Test
    void upperCaseDoesNotDependOnTheMachinesLanguage() {
        assertThat(new RegistrationPlate("i-ı").value()).isEqualTo("I-I");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aPlateHasOneToSixteenCharacters(int length) {
        assertThat(new RegistrationPlate("X".repeat(length)).value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17})
    void anyOtherLengthIsRefused(int length) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RegistrationPlate("X".repeat(length)))
                .withMessage("must have 1 to 16 characters");
    }

    @Test
    void lengthIsCountedInUpperCase() {
        assertThat(new RegistrationPlate("ß".repeat(8)).value()).isEqualTo("S".repeat(16));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new RegistrationPlate("ß".repeat(9)));
    }
}
