package dev.fleetbooking.domain.kit.time;

import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @Test
    void aPeriodThatEndsAtTenAndOneThatStartsAtTenDoNotOverlap() {
        assertThat(period("09:00", "10:00").overlaps(period("10:00", "11:00"))).isFalse();
        assertThat(period("10:00", "11:00").overlaps(period("09:00", "10:00"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 10:01", "10:59, 12:00", "10:00, 11:00", "10:20, 10:40", "09:00, 12:00", "10:00, 10:01", "10:59, 11:00"
    })
    void periodsThatShareAMinuteOverlap(String start, String end) {
        assertThat(period("10:00", "11:00").overlaps(period(start, end))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"08:00, 09:00", "09:59, 10:00", "11:00, 11:01", "12:00, 13:00"})
    void periodsThatShareNoMinuteDoNotOverlap(String start, String end) {
        assertThat(period("10:00", "11:00").overlaps(period(start, end))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10:00:01, 11:00", "10:00, 11:00:59", "10:00:00.001, 11:00", "10:00, 10:59:59.999999999"})
    void aPeriodIsInWholeMinutes(String start, String end) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> period(start, end))
                .withMessage("must be in whole minutes");
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:00", "10:00, 09:59"})
    void aPeriodEndsAfterItStarts(String start, String end) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> period(start, end))
                .withMessage("must end after it starts");
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:00, 11:00:00, 10:00, 11:00",
        "10:00:59.999, 10:59:00.001, 10:00, 11:00",
        "10:00:01, 10:00:02, 10:00, 10:01"
    })
    void aCoveringPeriodIsRoundedOutwards(String from, String to, String start, String end) {
        assertThat(Period.covering(at(from), at(to))).isEqualTo(period(start, end));
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, 10:00", "10:00:00.001, 10:01", "10:00:59.999, 10:01"})
    void theNextWholeMinuteIsTheInstantItselfIfItIsOne(String instant, String ceiling) {
        assertThat(Period.ceilingMinute(at(instant))).isEqualTo(at(ceiling));
    }

    @Test
    void minutesBefore1970AreRoundedInTheSameDirection() {
        assertThat(Period.ceilingMinute(Instant.ofEpochSecond(-61))).isEqualTo(Instant.ofEpochSecond(-60));
    }

    @Test
    void lengthIsElapsedTime() {
        assertThat(period("10:00", "12:30").length()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void theTurnaroundFollowsTheEnd() {
        assertThat(period("10:00", "11:00").extendedBy(Duration.ofMinutes(90))).isEqualTo(period("10:00", "12:30"));
    }
}
