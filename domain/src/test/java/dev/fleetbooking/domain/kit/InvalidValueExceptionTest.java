package dev.fleetbooking.domain.kit;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {

    @Test
    void aRuleIsOnlyFormattedIfThereAreDetails() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> require(false, "must match [%a-z]{1,3}"))
                .withMessage("must match [%a-z]{1,3}");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> require(false, "must have at most %d characters", 5))
                .withMessage("must have at most 5 characters");
    }
}
