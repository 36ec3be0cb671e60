package dev.fleetbooking.domain.kit.time;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Property.Generator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodPropertyTest {

    /** Few minutes, so that periods often overlap, are adjacent, and contain each other. */
    private static final Generator<Period> PERIODS = choices -> {
        var start = choices.between(0, 30);
        return new Period(minute(start), minute(start + choices.between(1, 15)));
    };

    private static final Generator<Integer> MILLIS = choices -> choices.between(-100_000, 100_000);
    private static final Generator<Integer> LENGTHS_IN_MILLIS = choices -> choices.between(1, 200_000);

    @Test
    void periodsOverlapIfAndOnlyIfTheyShareAMinute() {
        forAll(1000, PERIODS, PERIODS, (one, other) -> {
            assertThat(one.overlaps(other)).isEqualTo(minutes(one).anyMatch(minutes(other).toList()::contains));
        });
    }

    @Test
    void theCoveringPeriodContainsATimeWithoutAnExtraMinute() {
        forAll(1000, MILLIS, LENGTHS_IN_MILLIS, (fromMillis, lengthMillis) -> {
            var from = Instant.ofEpochMilli(fromMillis);
            var to = from.plusMillis(lengthMillis);
            var covering = Period.covering(from, to);
            assertThat(covering.start()).isBetween(from.minus(Duration.ofMinutes(1)).plusNanos(1), from);
            assertThat(covering.end()).isBetween(to, to.plus(Duration.ofMinutes(1)).minusNanos(1));
        });
    }

    private static Instant minute(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MINUTES);
    }

    private static Stream<Instant> minutes(Period period) {
        return Stream.iterate(period.start(), minute -> minute.isBefore(period.end()), minute -> minute.plusSeconds(60));
    }
}
