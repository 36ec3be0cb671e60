package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.Fixtures.NOW;
import static dev.fleetbooking.domain.Fixtures.at;
import static dev.fleetbooking.domain.Fixtures.period;
import static dev.fleetbooking.domain.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaintenancePolicyTest {

    private static Violations check(Instant start, Duration length) {
        var violations = new Violations();
        MaintenancePolicy.check(violations, "start", start, "end", start.plus(length), NOW);
        return violations;
    }

    @Test
    void aPeriodWithinTheLimitsIsReturned() {
        var end = NOW.plus(Duration.ofHours(1));

        assertThat(MaintenancePolicy.check(new Violations(), "start", NOW, "end", end, NOW)).isEqualTo(new Period(NOW, end));
    }

    @Test
    void maintenanceLastsFifteenMinutesOrMore() {
        assertThat(check(NOW, Duration.ofMinutes(15)).found()).isEmpty();
        assertThat(check(NOW, Duration.ofMinutes(14)).found())
                .containsExactly(new Violation("end", "must be at least 15 min after start"));
    }

    @Test
    void maintenanceLasts365DaysOrLess() {
        assertThat(check(NOW, Duration.ofDays(365)).found()).isEmpty();
        assertThat(check(NOW, Duration.ofDays(365).plusMinutes(1)).found())
                .containsExactly(new Violation("end", "must be at most 8760 h after start"));
    }

    @Test
    void maintenanceStartedAnHourAgoOrLater() {
        assertThat(check(NOW.minus(Duration.ofMinutes(60)), Duration.ofHours(1)).found()).isEmpty();
        assertThat(check(NOW.minus(Duration.ofMinutes(61)), Duration.ofHours(1)).found())
                .containsExactly(new Violation("start", "must not be more than 60 minutes ago"));
    }

    @Test
    void maintenanceEndsWithinTheYearsOfRfc3339() {
        var latest = Instant.parse("9999-12-31T23:59:00Z");
        assertThat(check(latest.minus(Duration.ofHours(1)), Duration.ofHours(1)).found()).isEmpty();
        assertThat(check(latest, Duration.ofHours(1)).found())
                .containsExactly(new Violation("end", "must not be after 9999-12-31T23:59:00Z"));
    }

    @Nested
    class LimitsOfAChange {

        /** From 10:00 to 12:00. */
        private static List<Violation> violations(MaintenanceStatus status, Instant start, Instant end, Instant now) {
            var violations = new Violations();
            MaintenancePolicy.checkChange(violations, window(status), start, end, now);
            return violations.found();
        }

        @Test
        void aChangedStartObeysTheStartLimits() {
            assertThat(violations(MaintenanceStatus.PLANNED, at("09:00"), at("12:00"), at("10:00"))).isEmpty();
            assertThat(violations(MaintenanceStatus.PLANNED, at("09:00"), at("12:00"), at("10:00:01")))
                    .containsExactly(new Violation("start", "must not be more than 60 minutes ago"));
        }

        @Test
        void theStartIsFixedOnceTheCarIsInTheWorkshop() {
            assertThat(violations(MaintenanceStatus.IN_PROGRESS, at("10:00"), at("20:00"), at("15:00"))).isEmpty();
            assertThat(violations(MaintenanceStatus.IN_PROGRESS, at("16:00"), at("20:00"), at("15:00")))
                    .containsExactly(new Violation("start", "must stay once the car is out"));
        }

        @Test
        void theEndLiesAfterNowAndWithinTheYearsThatCanBeWritten() {
            assertThat(violations(MaintenanceStatus.IN_PROGRESS, at("10:00"), at("15:00"), at("15:00")))
                    .containsExactly(new Violation("end", "must be after now"));
            var end = Instant.parse("+10000-01-01T00:00:00Z");
            assertThat(violations(MaintenanceStatus.PLANNED, end.minus(Duration.ofDays(1)), end, NOW))
                    .containsExactly(new Violation("end", "must not be after 9999-12-31T23:59:00Z"));
        }

        @Test
        void aPeriodWithinTheLimitsIsReturned() {
            assertThat(MaintenancePolicy.checkChange(
                    new Violations(), window(MaintenanceStatus.PLANNED), at("11:00"), at("14:00"), NOW))
                    .isEqualTo(period("11:00", "14:00"));
        }
    }
}
