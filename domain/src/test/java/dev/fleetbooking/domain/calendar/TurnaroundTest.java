package dev.fleetbooking.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnaroundTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 1440})
    void aTurnaroundIsUpToADay(int minutes) {
        assertThat(new Turnaround(minutes).duration()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1441, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anythingElseIsRefused(int minutes) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Turnaround(minutes))
                .withMessage("must be 0 to 1440 minutes");
    }
}
