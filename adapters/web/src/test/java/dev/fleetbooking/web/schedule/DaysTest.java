package dev.fleetbooking.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // Outside.
        "2027-03-26T22:59:00Z, 0", "2027-03-31T00:00:00Z, 288",
        "2027-03-26T23:00:00Z, 0", "2027-03-27T11:00:00Z, 48", "2027-03-27T22:45:00Z, 95",
        // The 28th has 23 hours: midnight to midnight is still one column, and noon is after 11 of 23 hours.
        "2027-03-27T23:00:00Z, 96", "2027-03-28T10:00:00Z, 142", "2027-03-28T22:00:00Z, 192", "2027-03-29T10:00:00Z, 240"})
    void anInstantIsWhereItIsInItsDay(Instant instant, int position) {
        assertThat(new Days(LocalDate.parse("2027-03-27"), 3, BERLIN).position(instant)).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-27, 24", "2027-03-28, 23", "2027-10-31, 25"})
    void daysOnWhichClocksChangeHaveAnotherNumberOfHours(LocalDate date, int hours) {
        assertThat(new Days(date, 7, BERLIN).hours(date)).isEqualTo(hours);
    }

    /** Samoa skipped a day when it changed to the other side of the date line. */
    @Test
    void aDayThatDidNotExistHasNoHours() {
        var days = new Days(LocalDate.parse("2011-12-29"), 3, ZoneId.of("Pacific/Apia"));

        assertThat(days.hours(LocalDate.parse("2011-12-30"))).isZero();
        assertThat(days.position(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo(2 * Days.PARTS);
    }

    @Test
    void theEndDoesNotBelongToIt() {
        var days = new Days(LocalDate.parse("2027-03-27"), 1, BERLIN);

        assertThat(days.contains(days.start())).isTrue();
        assertThat(days.contains(days.end())).isFalse();
    }
}
