package dev.fleetbooking.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PeriodPropertyTest {

    @Property
    void overlapIsSymmetric(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }

    @Property
    void periodsOverlapIfAndOnlyIfTheyShareAMinute(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.overlaps(other)).isEqualTo(minutes(one).anyMatch(minutes(other).toList()::contains));
    }

    @Property
    void aPeriodOverlapsItselfButNotWhatTouchesIt(@ForAll("periods") Period period) {
        assertThat(period.overlaps(period)).isTrue();
        assertThat(period.overlaps(new Period(period.end(), period.end().plus(period.length())))).isFalse();
        assertThat(period.overlaps(new Period(period.start().minus(period.length()), period.start()))).isFalse();
    }

    @Property
    void whatCoversATimeContainsItAndNotAMinuteMore(
            @ForAll @LongRange(min = -100_000, max = 100_000) long fromMillis,
            @ForAll @LongRange(min = 1, max = 200_000) long lengthMillis) {
        var from = Instant.ofEpochMilli(fromMillis);
        var to = from.plusMillis(lengthMillis);
        var covering = Period.covering(from, to);
        assertThat(covering.start()).isBetween(from.minus(Duration.ofMinutes(1)).plusNanos(1), from);
        assertThat(covering.end()).isBetween(to, to.plus(Duration.ofMinutes(1)).minusNanos(1));
    }

    /** Few minutes, so that periods often meet, touch, and contain each other. */
    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(Arbitraries.longs().between(0, 30), Arbitraries.longs().between(1, 15))
                .as((start, length) -> new Period(minute(start), minute(start + length)));
    }

    private static Instant minute(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MINUTES);
    }

    private static Stream<Instant> minutes(Period period) {
        return Stream.iterate(period.start(), minute -> minute.isBefore(period.end()), minute -> minute.plusSeconds(60));
    }
}
