package dev.fleetbooking.domain.pricing;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Property.Generator;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.time.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts days in all time zones, around all clock changes since 2000 and all moves across the date line. */
class PricePropertyTest {

    private static final int CASES = Boolean.getBoolean("thorough") ? 25 : 5;

    private record Place(ZoneId zone, Instant clockChange) {
    }

    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<Place> PLACES = places();

    private static final Generator<Integer> MINUTES_FROM_CHANGE = choices -> choices.between(-4320, 4320);
    private static final Generator<Integer> LENGTHS = choices -> choices.between(1, 10_000);
    private static final Generator<Integer> GRACES = choices -> choices.between(0, 60);
    private static final Generator<Integer> DAYS = choices -> choices.between(1, 36_500);
    private static final Generator<Long> MINOR_UNITS = choices -> choices.between(0, 99_999_999_999_999L);

    /** One of all zones with the same rules now, at the next two clock changes if there will be any, and at those of its past that matter. */
    private static List<Place> places() {
        var places = new ArrayList<Place>();
        var zones = ZoneId.getAvailableZoneIds().stream().map(ZoneId::of)
                .collect(toMap(ZoneId::getRules, zone -> zone, (zone, _) -> zone));
        zones.forEach((rules, zone) -> {
            places.add(new Place(zone, NOW));
            rules.getTransitions().stream()
                    .filter(change -> change.getInstant().isAfter(FROM) || movesAcrossTheDateLine(change))
                    .forEach(change -> places.add(new Place(zone, change.getInstant())));
            var next = rules.nextTransition(NOW);
            if (next != null) {
                places.add(new Place(zone, next.getInstant()));
                places.add(new Place(zone, rules.nextTransition(next.getInstant()).getInstant()));
            }
        });
        return places;
    }

    private static boolean movesAcrossTheDateLine(ZoneOffsetTransition change) {
        return change.getDuration().abs().toHours() >= 23;
    }

    @Test
    void theDaysAreTheSmallestNumberThatCoversThePeriod() {
        forAll(CASES, MINUTES_FROM_CHANGE, LENGTHS, GRACES, (minutesFromChange, length, grace) -> {
            for (var place : PLACES) {
                var period = period(place, minutesFromChange, length);
                var days = DayCount.of(period, place.zone(), Duration.ofMinutes(grace));
                var lastFree = period.end().minus(Duration.ofMinutes(grace));
                assertThat(days).as("%s %s", place, period).isPositive();
                assertThat(endOfDay(period.start(), place.zone(), days)).as("%s %s", place, period)
                        .isAfterOrEqualTo(lastFree);
                if (days > 1) {
                    assertThat(endOfDay(period.start(), place.zone(), days - 1)).as("%s %s", place, period)
                            .isBefore(lastFree);
                }
            }
        });
    }

    @Test
    void aPeriodOfWholeDaysOnTheClockCostsThemAndAMinuteOverTheGraceCostsMore() {
        forAll(CASES / 2, MINUTES_FROM_CHANGE, choices -> choices.between(1, 90), GRACES, (minutesFromChange, days, grace) -> {
            for (var place : PLACES) {
                var start = period(place, minutesFromChange, 1).start();
                var end = endOfDay(start, place.zone(), days).plus(Duration.ofMinutes(grace));
                var free = new Period(start, end);
                var over = new Period(start, end.plus(Duration.ofMinutes(1)));
                // Two days may end at the same instant, if a whole day is skipped.
                var skipped = endOfDay(start, place.zone(), days).equals(endOfDay(start, place.zone(), days - 1)) ? 1 : 0;
                var skippedNext = endOfDay(start, place.zone(), days).equals(endOfDay(start, place.zone(), days + 1)) ? 1 : 0;
                assertThat(DayCount.of(free, place.zone(), Duration.ofMinutes(grace))).as("%s %s", place, free)
                        .isEqualTo(days - skipped);
                assertThat(DayCount.of(over, place.zone(), Duration.ofMinutes(grace))).as("%s %s", place, over)
                        .isEqualTo(days + 1 + skippedNext);
            }
        });
    }

    @Test
    void aLongerPeriodNeverCostsFewerDays() {
        forAll(CASES / 2, MINUTES_FROM_CHANGE, LENGTHS, choices -> choices.between(1, 3000), (minutesFromChange, length, more) -> {
            for (var place : PLACES) {
                var shorter = period(place, minutesFromChange, length);
                var longer = period(place, minutesFromChange, length + more);
                assertThat(DayCount.of(longer, place.zone(), Duration.ZERO)).as("%s %s", place, longer)
                        .isGreaterThanOrEqualTo(DayCount.of(shorter, place.zone(), Duration.ZERO));
            }
        });
    }

    @Test
    void theTotalIsExactlyDaysTimesTheDailyPrice() {
        forAll(1000, DAYS, MINOR_UNITS, (days, minorUnits) -> {
            for (var code : List.of("JPY", "EUR", "KWD", "CLF")) {
                var currency = Currency.getInstance(code);
                var dailyPrice = new Money(BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()), currency);
                var total = Quote.of(days, dailyPrice).total();
                assertThat(total.currency()).isEqualTo(currency);
                assertThat(total.amount().scale()).isEqualTo(currency.getDefaultFractionDigits());
                assertThat(total.amount().unscaledValue())
                        .isEqualTo(BigInteger.valueOf(days).multiply(BigInteger.valueOf(minorUnits)));
            }
        });
    }

    private static Period period(Place place, int minutesFromChange, int length) {
        var start = place.clockChange().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutesFromChange));
        return new Period(start, start.plus(Duration.ofMinutes(length)));
    }

    /** This number of days after the start on the clock of the zone, computed from its rules. */
    private static Instant endOfDay(Instant start, ZoneId zone, int days) {
        var rules = zone.getRules();
        var offset = rules.getOffset(start);
        var local = LocalDateTime.ofInstant(start, offset).plusDays(days);
        var valid = rules.getValidOffsets(local);
        if (valid.isEmpty()) {
            // A skipped local time: as long after midnight as if the clock had not changed yet.
            return local.toInstant(rules.getTransition(local).getOffsetBefore());
        }
        return local.toInstant(valid.contains(offset) ? offset : valid.getFirst());
    }
}
