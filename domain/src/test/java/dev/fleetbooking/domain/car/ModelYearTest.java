package dev.fleetbooking.domain.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelYearTest {

    private static final Instant END_OF_2026 = Instant.parse("2026-12-31T23:59:59.999Z");

    @ParameterizedTest
    @ValueSource(ints = {1950, 2026, 2027})
    void aCarThatIsAddedIsOf1950ToNextYear(int year) {
        assertThat(ModelYear.of(year, END_OF_2026).value()).isEqualTo(year);
    }

    @Test
    void aCarFromBefore1950IsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ModelYear.of(1949, END_OF_2026))
                .withMessage("must be 1950 or later");
    }

    @Test
    void aCarFromAfterNextYearIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ModelYear.of(2028, END_OF_2026))
                .withMessage("must be 2027 or earlier");
    }

    @Test
    void nextYearBeginsWithTheYearInUtc() {
        assertThat(ModelYear.of(2028, END_OF_2026.plusMillis(1)).value()).isEqualTo(2028);
    }

    @Test
    void aYearThatWasRightOnceStaysRight() {
        assertThat(new ModelYear(2028).value()).isEqualTo(2028);
    }
}
